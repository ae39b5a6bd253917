package org.ecgdistill.runner.engine;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.View;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;

/** A workflow after its run, with its data still there. */
final class FinishedRun implements Run {
    private final LoadedWorkflow workflow;
    private final WorkflowEngine.TemporaryFolder files;

    FinishedRun(LoadedWorkflow workflow, WorkflowEngine.TemporaryFolder files) {
        this.workflow = workflow;
        this.files = files;
    }

    @Override
    public boolean succeeded() {
        return workflow.nodes().stream().allMatch(node -> node.state() == NodeState.EXECUTED);
    }

    @Override
    public Optional<String> failure() {
        return workflow.nodes().stream()
                .filter(node -> node.state() == NodeState.FAILED || node.state() == NodeState.MISSING)
                .findFirst()
                .map(RunningNode::report)
                .map(report -> "Node \"" + report.label() + "\": " + report.message());
    }

    @Override
    public List<NodeReport> nodes() {
        return workflow.nodes().stream()
                .map(RunningNode::report)
                .sorted(Comparator.comparingInt(NodeReport::id))
                .toList();
    }

    @Override
    public NodeReport node(String node) {
        return workflow.node(node).report();
    }

    @Override
    public Table table(String node, int port) {
        return head(node, port, Integer.MAX_VALUE);
    }

    @Override
    public Table head(String node, int port, int rows) {
        return Tables.plain(data(node, port), rows);
    }

    @Override
    public Optional<BufferedImage> picture(String node, int port, int row, String column, String renderer) {
        return CellPicture.of(data(node, port), row, column, renderer);
    }

    private BufferedDataTable data(String which, int port) {
        var node = workflow.node(which);
        if (node.state() != NodeState.EXECUTED) {
            var report = node.report();
            throw new RunnerException(
                    "Node \"" + report.label() + "\" has no data because it is " + report.state() + ". "
                            + failure().orElse(String.join(" ", report.warnings())),
                    firstCause());
        }
        if (port < 1 || port > node.scope().outputTypes().size()) {
            throw new RunnerException("Node \"" + node.plan().label() + "\" has no output port " + port + "; it has "
                    + node.scope().outputTypes().size() + ", counted from 1.");
        }
        var object = node.scope().output(port - 1);
        if (object instanceof BufferedDataTable table) {
            return table;
        }
        throw new RunnerException("Port " + port + " of node \"" + node.plan().label() + "\" holds no table but "
                + (object == null ? "nothing" : object.getClass().getSimpleName()) + ".");
    }

    private Throwable firstCause() {
        return workflow.nodes().stream()
                .flatMap(node -> node.cause().stream())
                .findFirst()
                .orElse(null);
    }

    @Override
    public Optional<Throwable> cause(String node) {
        return workflow.node(node).cause();
    }

    @Override
    public Optional<Table> spec(String which, int port) {
        var node = workflow.node(which);
        if (node.scope() == null) {
            return Optional.empty();
        }
        return node.scope().outputSpec(port - 1) instanceof DataTableSpec spec
                ? Optional.of(Tables.plain(spec))
                : Optional.empty();
    }

    @Override
    public Optional<View> view(String which) {
        var node = workflow.node(which);
        if (node.state() != NodeState.EXECUTED || node.instance().isEmpty()) {
            return Optional.empty();
        }
        return node.instance().get().view().map(page -> new NodeView(node.scope(), page));
    }

    @Override
    public void writeResults(Path folder) {
        new ResultWriter(workflow, this, folder).write();
    }

    @Override
    public void save(Path folder) {
        new WorkflowWriter(workflow, folder).write();
    }

    @Override
    public void close() {
        try {
            WorkflowEngine.close(workflow.workspace());
        } finally {
            files.delete();
        }
    }
}
