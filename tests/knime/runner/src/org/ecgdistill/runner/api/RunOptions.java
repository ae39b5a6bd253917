package org.ecgdistill.runner.api;

import java.util.Objects;

/**
 * How to run a workflow.
 *
 * @param keepExecuted whether nodes that were saved as executed keep their data, but for those whose parameters are set
 *     and what comes behind them; otherwise all is reset and executed anew
 * @param listener hears what happens
 * @param cancellation stops the run
 */
public record RunOptions(boolean keepExecuted, RunListener listener, Cancellation cancellation) {

    public RunOptions {
        Objects.requireNonNull(listener);
        Objects.requireNonNull(cancellation);
    }

    /** Everything afresh, silently. */
    public static RunOptions defaults() {
        return new RunOptions(false, RunListener.NONE, new Cancellation());
    }

    /** Nodes that were saved as executed keep their data. */
    public RunOptions keepingExecuted() {
        return new RunOptions(true, listener, cancellation);
    }

    public RunOptions with(RunListener other) {
        return new RunOptions(keepExecuted, other, cancellation);
    }

    public RunOptions with(Cancellation other) {
        return new RunOptions(keepExecuted, listener, other);
    }
}
