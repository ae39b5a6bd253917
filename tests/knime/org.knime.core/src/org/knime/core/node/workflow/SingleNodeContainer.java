package org.knime.core.node.workflow;

/** A node that is no workflow. */
public abstract class SingleNodeContainer extends NodeContainer {

    SingleNodeContainer(final WorkflowManager parent, final NodeID id) {
        super(parent, id);
    }
}
