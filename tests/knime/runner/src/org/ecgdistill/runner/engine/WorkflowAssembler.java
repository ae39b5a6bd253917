package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Workflow;
import org.knime.core.node.NodeSettings;

/** Makes a plan of a workflow that was put together in memory. */
final class WorkflowAssembler {
    /** Nodes stand in a row on the canvas, this far apart, as a person would put them. */
    private static final int STEP = 180;

    private WorkflowAssembler() {}

    static WorkflowPlan plan(Workflow workflow) {
        var nodes = new ArrayList<PlannedNode>();
        for (var node : workflow.nodes()) {
            nodes.add(plan(node));
        }
        return new WorkflowPlan(
                "Workflow", null, new NodeSettings("workflow.knime"), nodes, workflow.connections(), List.of());
    }

    private static PlannedNode plan(Node node) {
        var place = place(node.id());
        var settings = new NodeSettings("settings.xml");
        if (node.table().isPresent()) {
            var origin = NodeOrigin.of(GivenTableNodeFactory.class, GivenTableNodeFactory.NAME);
            return new PlannedNode(
                    node.id(),
                    GivenTableNodeFactory.NAME,
                    origin,
                    settings,
                    place,
                    null,
                    node.table().get(),
                    null);
        }
        try {
            var factory = NodeFactories.create(node.factory());
            var origin = NodeOrigin.of(factory.getClass(), factory.getNodeName());
            return new PlannedNode(node.id(), factory.getNodeName(), origin, settings, place, null, null, null);
        } catch (NodeFactories.MissingNodeException ex) {
            throw new RunnerException(ex.getMessage(), ex);
        }
    }

    private static NodeSettings place(int id) {
        var place = new NodeSettings("node_" + id);
        place.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
        place.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", STEP * id, 120, -1, -1);
        return place;
    }
}
