package org.knime.core.node.workflow;

import org.ecgdistill.standin.Workspace;

/** A workflow: its nodes and the lines between them. */
public final class WorkflowManager extends NodeContainer {

    private static final NodeID ROOT = new NodeID("0");

    private final Workspace m_workspace;

    WorkflowManager(Workspace workspace) {
        super(null, ROOT);
        m_workspace = workspace;
    }

    NodeID idOf(int node) {
        return new NodeID(ROOT + ":" + node);
    }

    private static int numberOf(NodeID id) {
        return Integer.parseInt(id.toString().substring(ROOT.toString().length() + 1));
    }

    @Override
    public String getName() {
        return "workflow";
    }

    /** The line that ends at an input; null if there is none. */
    public ConnectionContainer getIncomingConnectionFor(NodeID id, int portIdx) {
        return m_workspace
                .lineInto(numberOf(id), portIdx)
                .map(line -> new ConnectionContainer(idOf(line.source()), line.sourcePort()))
                .orElse(null);
    }

    public NodeContainer getNodeContainer(NodeID id) {
        return m_workspace
                .node(numberOf(id))
                .map(node -> new NativeNodeContainer(this, node))
                .orElseThrow(() -> new IllegalArgumentException("No such node ID: " + id));
    }

    /** What enters a metanode. */
    public NodeOutPort getWorkflowIncomingPort(int i) {
        throw new UnsupportedOperationException("The stand-in has no metanodes.");
    }

    @Override
    public NodeOutPort getOutPort(int index) {
        throw new UnsupportedOperationException("The stand-in has no metanodes.");
    }
}
