package org.knime.core.node.workflow;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** An output of a node of the workflow. */
public interface NodeOutPort extends NodePort {

    /** Null while unknown. */
    PortObjectSpec getPortObjectSpec();

    /** Null while the node is not executed. */
    PortObject getPortObject();
}
