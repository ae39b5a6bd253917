package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The content of a model, to be read. */
public interface ModelContentRO extends ConfigRO {

    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
