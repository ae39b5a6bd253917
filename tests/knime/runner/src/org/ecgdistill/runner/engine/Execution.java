package org.ecgdistill.runner.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.RunnerException;

/** Executes all nodes of a workflow: each as soon as its inputs are there, as many at a time as there are processors. */
final class Execution {
    /** How often a cancel is passed on to nodes that may not have heard it when they were just starting. */
    private static final long CANCEL_MILLIS = 50;

    private final LoadedWorkflow workflow;
    private final RunOptions options;
    private final NodeRunner runner;
    private final LinkedBlockingQueue<RunningNode> finished = new LinkedBlockingQueue<>();
    private final Map<RunningNode, Future<?>> executing = new HashMap<>();

    Execution(LoadedWorkflow workflow, RunOptions options) {
        this.workflow = workflow;
        this.options = options;
        this.runner = new NodeRunner(workflow, options.listener());
    }

    void configure() {
        workflow.nodes().forEach(runner::configure);
    }

    void execute() {
        var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), new Workers());
        try {
            workflow.nodes().forEach(node -> startIfReady(node, pool));
            while (!executing.isEmpty()) {
                var node = finished.poll(CANCEL_MILLIS, TimeUnit.MILLISECONDS);
                if (options.cancellation().isRequested()) {
                    executing.keySet().forEach(other -> other.scope().cancel());
                }
                if (node == null) {
                    checkThatAllWillBeHeardOf();
                } else {
                    executing.remove(node);
                    workflow.targets(node).forEach(target -> startIfReady(target, pool));
                }
            }
        } catch (InterruptedException ex) {
            executing.keySet().forEach(node -> node.scope().cancel());
            Thread.currentThread().interrupt();
            throw new RunnerException("The run was interrupted.", ex);
        } finally {
            pool.shutdown();
        }
    }

    private void startIfReady(RunningNode node, ExecutorService pool) {
        var waiting = node.state() == NodeState.IDLE || node.state() == NodeState.CONFIGURED;
        var inputsAreThere = workflow.sources(node).stream().allMatch(source -> source.state() == NodeState.EXECUTED);
        if (waiting && inputsAreThere && !options.cancellation().isRequested() && !executing.containsKey(node)) {
            var task = pool.submit(() -> {
                try {
                    runner.execute(node);
                } finally {
                    finished.add(node);
                }
            });
            executing.put(node, task);
        }
    }

    /** A thread that ran out of memory may have ended without a word. */
    private void checkThatAllWillBeHeardOf() throws InterruptedException {
        for (var task : executing.values()) {
            if (task.isDone()) {
                try {
                    task.get();
                } catch (ExecutionException ex) {
                    if (ex.getCause() instanceof Error error) {
                        throw error;
                    }
                    throw new IllegalStateException(ex.getCause());
                }
            }
        }
    }

    /**
     * The threads of KNIME's pool do not see the classes of plug-ins through their context class loader; code that relies
     * on it must fail here too.
     */
    private static final class Workers implements ThreadFactory {
        private int count;

        @Override
        public Thread newThread(Runnable task) {
            count++;
            var thread = new Thread(task, "KNIME-Worker-" + count);
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            thread.setDaemon(true);
            return thread;
        }
    }
}
