package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/** Stores a parameter. */
@FunctionalInterface
public interface ParametersSaver<T> {

    void save(T param, NodeSettingsWO nodeSettings);
}
