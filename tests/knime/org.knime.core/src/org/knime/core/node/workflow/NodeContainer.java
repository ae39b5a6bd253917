package org.knime.core.node.workflow;

/** A node of a workflow, or a workflow. */
public abstract class NodeContainer {

    private final WorkflowManager m_parent;
    private final NodeID m_id;

    NodeContainer(WorkflowManager parent, NodeID id) {
        m_parent = parent;
        m_id = id;
    }

    public final WorkflowManager getParent() {
        return m_parent;
    }

    public final NodeID getID() {
        return m_id;
    }

    public abstract String getName();

    /** Port 0 is that of the flow variables. */
    public abstract NodeOutPort getOutPort(int index);
}
