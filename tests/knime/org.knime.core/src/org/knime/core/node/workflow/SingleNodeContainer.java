package org.knime.core.node.workflow;

/** A node that is no workflow. */
public abstract class SingleNodeContainer extends NodeContainer {

    SingleNodeContainer(WorkflowManager parent, NodeID id) {
        super(parent, id);
    }
}
