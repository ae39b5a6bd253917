package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
import org.knime.core.node.port.PortType;

/** A node's ports, by group. */
public interface PortsConfiguration {

    PortType[] getInputPorts();

    PortType[] getOutputPorts();

    /** Which input ports belong to which group. */
    Map<String, int[]> getInputPortLocation();

    /** Which output ports belong to which group. */
    Map<String, int[]> getOutputPortLocation();

    List<String> getPortGroupNames();
}
