package org.ecgdistill.knime.learner;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting of the computer and not of the model: the result does not depend on it, and its provenance leaves it out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface OfComputer {}
