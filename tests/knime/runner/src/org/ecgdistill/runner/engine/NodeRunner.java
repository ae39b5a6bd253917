package org.ecgdistill.runner.engine;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunListener;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Configures and executes single nodes, in the way KNIME decides what a node may do. */
final class NodeRunner {
    /** More often than this nobody wants to hear of progress. */
    private static final long PROGRESS_NANOS = 100_000_000L;

    private final LoadedWorkflow workflow;
    private final RunListener listener;

    NodeRunner(LoadedWorkflow workflow, RunListener listener) {
        this.workflow = workflow;
        this.listener = listener;
    }

    /** Configures a node with what its inputs are known to be; without that, or if it refuses, it stays idle. */
    void configure(RunningNode node) {
        if (node.state() != NodeState.IDLE) {
            return;
        }
        var specs = new PortObjectSpec[node.scope().inputTypes().size()];
        for (var line : workflow.into(node)) {
            var source = workflow.node(line.source());
            if (line.sourcePort() > 0 && isConfigured(source)) {
                specs[line.targetPort() - 1] = source.scope().outputSpec(line.sourcePort() - 1);
            }
        }
        for (var i = 0; i < specs.length; i++) {
            if (specs[i] == null && !node.scope().inputTypes().get(i).isOptional()) {
                return;
            }
        }
        try {
            node.scope().configure(specs);
            node.change(NodeState.CONFIGURED, "");
            node.warn(Sentences.warnings(node.scope().warning()));
        } catch (InvalidSettingsException ex) {
            node.change(NodeState.IDLE, "");
            node.warn(List.of(Sentences.of(ex)));
        }
        listener.changed(node.report());
    }

    private static boolean isConfigured(RunningNode node) {
        return node.state() == NodeState.CONFIGURED || node.state() == NodeState.EXECUTED;
    }

    /** Configures a node with what its inputs are and executes it. Never throws: the node says how it went. */
    void execute(RunningNode node) {
        node.warn(List.of());
        node.change(NodeState.EXECUTING, "");
        listener.changed(node.report());
        var start = System.nanoTime();
        try {
            var inputs = inputs(node);
            node.scope()
                    .configure(Arrays.stream(inputs)
                            .map(input -> input == null ? null : input.getSpec())
                            .toArray(PortObjectSpec[]::new));
            node.scope().execute(progress(node)::report, inputs);
            node.warn(Sentences.warnings(node.scope().warning()));
            node.took((System.nanoTime() - start) / 1e9);
            node.change(NodeState.EXECUTED, "");
        } catch (CanceledExecutionException ex) {
            node.took((System.nanoTime() - start) / 1e9);
            node.change(NodeState.CANCELLED, "");
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError ex) {
            node.took((System.nanoTime() - start) / 1e9);
            node.fail(Sentences.of(ex), ex);
        }
        listener.changed(node.report());
    }

    private PortObject[] inputs(RunningNode node) throws InvalidSettingsException {
        var types = node.scope().inputTypes();
        var inputs = new PortObject[types.size()];
        for (var line : workflow.into(node)) {
            if (line.targetPort() > types.size()) {
                throw new InvalidSettingsException("The workflow connects input port " + line.targetPort()
                        + ", but the node has " + types.size() + " input ports.");
            }
            var source = workflow.node(line.source()).scope();
            if (line.sourcePort() > source.outputTypes().size()) {
                throw new InvalidSettingsException(
                        "The workflow connects output port " + line.sourcePort() + " of node \"" + source.name()
                                + "\", which has " + source.outputTypes().size() + " output ports.");
            }
            if (line.sourcePort() > 0 && line.targetPort() > 0) {
                inputs[line.targetPort() - 1] = source.output(line.sourcePort() - 1);
            }
        }
        for (var i = 0; i < inputs.length; i++) {
            if (inputs[i] == null && !types.get(i).isOptional()) {
                throw new InvalidSettingsException(
                        "Input port " + (i + 1) + " is not connected; connect it to a node that fills it.");
            }
        }
        return inputs;
    }

    private Progress progress(RunningNode node) {
        return new Progress(node);
    }

    /** Passes a node's progress on, not more often than anybody can read. */
    private final class Progress {
        private final RunningNode node;
        private long last = System.nanoTime();

        Progress(RunningNode node) {
            this.node = node;
        }

        void report(double fraction, String message) {
            synchronized (this) {
                var now = System.nanoTime();
                if (now - last < PROGRESS_NANOS) {
                    return;
                }
                last = now;
            }
            listener.progress(node.report(), fraction, message);
        }
    }
}
