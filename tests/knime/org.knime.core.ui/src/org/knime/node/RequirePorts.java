package org.knime.node;

import java.util.function.Consumer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** Step of a node's declaration: its ports. */
public interface RequirePorts {

    RequireModel ports(Consumer<PortsAdder> ports);

    /** Takes the ports from top to bottom. A port's name is its id: no two ports of a node may have the same. */
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(String name, String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(String name, String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }
}
