package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Hides a parameter, a group or a section until the analyst asks for advanced settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {}
