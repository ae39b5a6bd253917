package org.ecgdistill.knime.views;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.webui.data.DataServiceException;

/**
 * The tables at a node's own ports, for a node that works row by row: KNIME lets it keep no internal data, so its view
 * looks at the workflow around it instead. Ports count from 1, as KNIME's do: port 0 is that of the flow variables.
 */
@SuppressWarnings("restriction") // a view's data services have no public counterpart yet
final class NodePorts {

    private NodePorts() {}

    /** The table at an output of the node whose view is open. */
    static BufferedDataTable output(int port) {
        return table(
                NodeContext.getContext().getNodeContainer().getOutPort(port).getPortObject());
    }

    /** The table that comes in at an input of the node whose view is open. */
    static BufferedDataTable input(int port) {
        var node = NodeContext.getContext().getNodeContainer();
        var workflow = node.getParent();
        var line = workflow.getIncomingConnectionFor(node.getID(), port);
        // inside a metanode a line may come from the metanode itself
        return table(
                line.getSource().equals(workflow.getID())
                        ? workflow.getWorkflowIncomingPort(line.getSourcePort()).getPortObject()
                        : workflow.getNodeContainer(line.getSource())
                                .getOutPort(line.getSourcePort())
                                .getPortObject());
    }

    private static BufferedDataTable table(Object data) {
        if (data instanceof BufferedDataTable table) {
            return table;
        }
        throw new DataServiceException(
                "The node's tables are missing because it was streamed. Execute it without streaming.", "");
    }
}
