package org.ecgdistill.standin.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.PortsAdder;

/** A port as a node's factory declares it. */
public record PortDeclaration(boolean input, String name, String description, PortType type) {

    /** Lets a factory declare its ports; inputs and outputs stay in the order in which they were declared. */
    public static List<PortDeclaration> of(Consumer<PortsAdder> ports) {
        var declared = new ArrayList<PortDeclaration>();
        ports.accept(new PortsAdder() {
            @Override
            public PortsAdder addInputPort(String name, String description, PortType portType) {
                declared.add(new PortDeclaration(true, name, description, portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(String name, String description, PortType portType) {
                declared.add(new PortDeclaration(false, name, description, portType));
                return this;
            }
        });
        return List.copyOf(declared);
    }
}
