package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.Connection;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.standin.Workspace;

/**
 * A workflow whose nodes exist.
 *
 * @param plan what it was made from
 * @param workspace holds its data
 * @param nodes its nodes, each after those that it gets its inputs from
 */
record LoadedWorkflow(WorkflowPlan plan, Workspace workspace, List<RunningNode> nodes) {

    LoadedWorkflow {
        nodes = List.copyOf(nodes);
    }

    RunningNode node(int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst().orElseThrow();
    }

    /** A node by number, by name, or by both as in a label. */
    RunningNode node(String which) {
        var found = nodes.stream().filter(node -> isCalled(node.plan(), which)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        var all = nodes.stream().map(node -> node.plan().label()).collect(Collectors.joining(", "));
        throw new RunnerException(
                found.isEmpty()
                        ? "There is no node \"" + which + "\" in the workflow; there are: " + all + "."
                        : "There are " + found.size() + " nodes named \"" + which + "\"; use the number: " + all + ".");
    }

    static boolean isCalled(PlannedNode node, String which) {
        return which.equals(Integer.toString(node.id())) || which.equals(node.name()) || which.equals(node.label());
    }

    /** The connections that end at a node. */
    List<Connection> into(RunningNode node) {
        return plan.connections().stream()
                .filter(line -> line.target() == node.id())
                .toList();
    }

    /** The nodes upstream of a node, once each. */
    List<RunningNode> sources(RunningNode node) {
        return into(node).stream().map(line -> node(line.source())).distinct().toList();
    }

    /** The nodes downstream of a node, once each. */
    List<RunningNode> targets(RunningNode node) {
        var targets = new ArrayList<RunningNode>();
        for (var line : plan.connections()) {
            if (line.source() == node.id() && !targets.contains(node(line.target()))) {
                targets.add(node(line.target()));
            }
        }
        return targets;
    }
}
