package org.knime.core.node.workflow;

import org.ecgdistill.standin.NodeScope;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A node with a model. */
public class NativeNodeContainer extends SingleNodeContainer {

    private final NodeScope m_node;

    NativeNodeContainer(WorkflowManager parent, NodeScope node) {
        super(parent, parent.idOf(node.id()));
        m_node = node;
    }

    @Override
    public String getName() {
        return m_node.name();
    }

    @Override
    public NodeOutPort getOutPort(int index) {
        if (index == 0) {
            throw new UnsupportedOperationException("The stand-in has no flow variables.");
        }
        return new NodeOutPort() {
            @Override
            public int getPortIndex() {
                return index;
            }

            @Override
            public PortObjectSpec getPortObjectSpec() {
                return m_node.outputSpec(index - 1);
            }

            @Override
            public PortObject getPortObject() {
                return m_node.isExecuted() ? m_node.output(index - 1) : null;
            }
        };
    }
}
