package org.ecgdistill.runner.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.Connection;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.node.NodeSettings;

/**
 * A workflow as it is described, before it is loaded.
 *
 * @param name the workflow's name
 * @param folder its folder on disk; {@code null} for one built in memory
 * @param settings the whole of workflow.knime; empty for one built in memory
 * @param nodes its nodes
 * @param connections its connections
 * @param warnings what was odd about it
 */
record WorkflowPlan(
        String name,
        Path folder,
        NodeSettings settings,
        List<PlannedNode> nodes,
        List<Connection> connections,
        List<String> warnings) {

    WorkflowPlan {
        nodes = List.copyOf(nodes);
        connections = List.copyOf(connections);
        warnings = List.copyOf(warnings);
    }

    /** The nodes, each after those that it gets its inputs from. */
    List<PlannedNode> inOrder() {
        var waitingFor = new HashMap<Integer, Long>();
        nodes.forEach(node -> waitingFor.put(
                node.id(),
                connections.stream().filter(line -> line.target() == node.id()).count()));
        var ordered = new ArrayList<PlannedNode>();
        var rest = new ArrayList<>(nodes);
        while (!rest.isEmpty()) {
            var ready =
                    rest.stream().filter(node -> waitingFor.get(node.id()) == 0).toList();
            if (ready.isEmpty()) {
                throw new RunnerException("The workflow goes in a circle, so no node in it can be the first: "
                        + rest.stream().map(PlannedNode::label).collect(Collectors.joining(", "))
                        + ". Remove one of the connections between them.");
            }
            for (var node : ready) {
                rest.remove(node);
                ordered.add(node);
                connections.stream()
                        .filter(line -> line.source() == node.id())
                        .forEach(line -> waitingFor.merge(line.target(), -1L, Long::sum));
            }
        }
        return ordered;
    }
}
