package org.ecgdistill.runner.api;

/** Runs workflows inside the platform. Implemented by the runner's bundle and offered as an OSGi service. */
public interface Engine {
    /**
     * Loads the workflow and executes it.
     *
     * @return what came out, also when nodes failed
     * @throws RunnerException if the workflow cannot be read at all
     */
    Run run(Workflow workflow, RunOptions options);

    /** Loads and configures the workflow, executes nothing. */
    Run configure(Workflow workflow, RunOptions options);
}
