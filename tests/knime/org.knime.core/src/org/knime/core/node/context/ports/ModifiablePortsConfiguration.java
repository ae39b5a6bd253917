package org.knime.core.node.context.ports;

import org.knime.core.node.context.NodeSettingsPersistable;

/** A node's ports as they are saved with the node. */
public interface ModifiablePortsConfiguration extends PortsConfiguration, NodeSettingsPersistable {}
