package org.knime.core.node.workflow;

/** A port of a node. */
public interface NodePort {

    /** Counted with the port of the flow variables, which is 0. */
    int getPortIndex();
}
