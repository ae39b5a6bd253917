package org.knime.core.node.workflow;

import org.ecgdistill.standin.NodeScope;

/** Which node the present thread works for. */
public final class NodeContext {

    private final NodeContainer m_node;

    private NodeContext(NodeContainer node) {
        m_node = node;
    }

    /** Null if the thread works for no node. */
    public static NodeContext getContext() {
        return NodeScope.current()
                .map(node -> new NodeContext(new NativeNodeContainer(new WorkflowManager(node.workspace()), node)))
                .orElse(null);
    }

    public NodeContainer getNodeContainer() {
        return m_node;
    }
}
