package org.ecgdistill.runner.api;

import java.util.List;

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

    /** The factories that the installed plug-ins declare, by class name. */
    List<String> factories();

    /**
     * What a node says of itself.
     *
     * @param factory the class name of its factory
     * @throws RunnerException if there is no such node
     */
    NodeInfo describe(String factory);
}
