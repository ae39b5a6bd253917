package org.knime.node.parameters.updates;

/** Points to a button. */
public interface ButtonReference {}
