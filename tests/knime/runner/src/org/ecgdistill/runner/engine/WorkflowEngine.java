package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.runner.api.Engine;
import org.ecgdistill.runner.api.NodeInfo;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.standin.Workspace;

/** Loads, configures and executes workflows. */
final class WorkflowEngine implements Engine {
    @Override
    public Run run(Workflow workflow, RunOptions options) {
        return start(workflow, options, true);
    }

    @Override
    public Run configure(Workflow workflow, RunOptions options) {
        return start(workflow, options, false);
    }

    @Override
    public List<String> factories() {
        return NodeFactories.names();
    }

    @Override
    public NodeInfo describe(String factory) {
        return Descriptions.of(factory);
    }

    private static Run start(Workflow workflow, RunOptions options, boolean execute) {
        var caller = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        var files = new TemporaryFolder();
        try {
            var quiet =
                    new RunOptions(options.keepExecuted(), new OneAtATime(options.listener()), options.cancellation());
            return new FinishedRun(go(workflow, quiet, execute, files), files);
        } catch (RuntimeException | Error ex) {
            files.delete();
            throw ex;
        } finally {
            Thread.currentThread().setContextClassLoader(caller);
        }
    }

    private static LoadedWorkflow go(Workflow workflow, RunOptions options, boolean execute, TemporaryFolder files) {
        var plan = workflow.source()
                .map(source -> new WorkflowReader(
                                WorkflowArchive.folder(source.toAbsolutePath().normalize(), files.path()))
                        .read())
                .orElseGet(() -> WorkflowAssembler.plan(workflow));
        plan.warnings().forEach(options.listener()::warned);
        var workspace = open(plan);
        try {
            var loaded = new WorkflowLoader(plan, workspace, workflow).load(options.keepExecuted());
            loaded.nodes().forEach(node -> options.listener().changed(node.report()));
            var execution = new Execution(loaded, options);
            execution.configure();
            if (execute) {
                execution.execute();
            }
            return loaded;
        } catch (RuntimeException | Error ex) {
            close(workspace);
            throw ex;
        }
    }

    private static Workspace open(WorkflowPlan plan) {
        try {
            return Workspace.open(plan.folder());
        } catch (IOException ex) {
            throw new RunnerException("No temporary folder could be made for the workflow: " + ex.getMessage(), ex);
        }
    }

    static void close(Workspace workspace) {
        try {
            workspace.close();
        } catch (IOException ex) {
            throw new RunnerException("The workflow's temporary files could not be deleted: " + ex.getMessage(), ex);
        }
    }

    /** Where an archive is unpacked. */
    static final class TemporaryFolder {
        private final Path path;

        TemporaryFolder() {
            try {
                path = Files.createTempDirectory("ecgdistill-workflow");
            } catch (IOException ex) {
                throw new RunnerException("No temporary folder could be made: " + ex.getMessage(), ex);
            }
        }

        Path path() {
            return path;
        }

        void delete() {
            Folders.delete(path);
        }
    }

    /** Nodes run side by side, but a listener hears one thing at a time. */
    private static final class OneAtATime implements RunListener {
        private final RunListener listener;

        OneAtATime(RunListener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void changed(NodeReport node) {
            listener.changed(node);
        }

        @Override
        public synchronized void progress(NodeReport node, double fraction, String message) {
            listener.progress(node, fraction, message);
        }

        @Override
        public synchronized void warned(String message) {
            listener.warned(message);
        }
    }
}
