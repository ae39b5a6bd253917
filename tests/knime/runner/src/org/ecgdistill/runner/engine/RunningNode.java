package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.PortReport;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.ui.NodeInstance;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;

/** A node that has been loaded, and how it fares. One thread at a time changes it; any thread may ask for a report. */
final class RunningNode {
    private final PlannedNode plan;
    private final NodeScope scope;
    private final NodeInstance instance;
    private final NodeSettings model;
    private final boolean fresh;
    private final List<String> loadErrors = new ArrayList<>();
    private NodeState state = NodeState.IDLE;
    private String message = "";
    private List<String> warnings = List.of();
    private Throwable cause;
    private double seconds;

    /**
     * @param plan what the workflow says of it
     * @param scope the node itself; {@code null} if it is missing
     * @param instance what the dialog and the view know of it; {@code null} for a node of the classic form
     * @param model its parameters as they are loaded
     * @param fresh whether it has never had parameters, so that none are loaded
     */
    RunningNode(PlannedNode plan, NodeScope scope, NodeInstance instance, NodeSettings model, boolean fresh) {
        this.plan = plan;
        this.scope = scope;
        this.instance = instance;
        this.model = model;
        this.fresh = fresh;
    }

    static RunningNode missing(PlannedNode plan, String why) {
        var node = new RunningNode(plan, null, null, plan.part("model").orElse(new NodeSettings("model")), false);
        node.state = NodeState.MISSING;
        node.message = why;
        return node;
    }

    PlannedNode plan() {
        return plan;
    }

    int id() {
        return plan.id();
    }

    NodeScope scope() {
        return scope;
    }

    Optional<NodeInstance> instance() {
        return Optional.ofNullable(instance);
    }

    NodeSettings model() {
        return model;
    }

    boolean isFresh() {
        return fresh;
    }

    synchronized void addLoadError(String error) {
        loadErrors.add(error);
    }

    synchronized NodeState state() {
        return state;
    }

    synchronized void change(NodeState to, String why) {
        state = to;
        message = why;
    }

    synchronized void fail(String why, Throwable thrown) {
        change(NodeState.FAILED, why);
        cause = thrown;
    }

    synchronized Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    synchronized void warn(List<String> of) {
        warnings = List.copyOf(of);
    }

    synchronized void took(double time) {
        seconds = time;
    }

    synchronized NodeReport report() {
        return new NodeReport(
                plan.id(),
                plan.name(),
                plan.origin().factory(),
                state,
                message,
                warnings,
                loadErrors,
                seconds,
                state == NodeState.EXECUTED ? ports() : List.of());
    }

    private List<PortReport> ports() {
        var ports = new ArrayList<PortReport>();
        for (var i = 0; i < scope.outputTypes().size(); i++) {
            var object = scope.output(i);
            if (object != null) {
                var rows = object instanceof BufferedDataTable table ? table.size() : -1;
                ports.add(new PortReport(i + 1, object.getClass().getName(), object.getSummary(), rows));
            }
        }
        return ports;
    }
}
