package org.knime.node.parameters.updates;

/** Points to a field. */
public interface ParameterReference<V> {}
