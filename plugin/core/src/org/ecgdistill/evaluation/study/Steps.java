package org.ecgdistill.evaluation.study;

import org.ecgdistill.common.Progress;

/** The progress of several threads that work side by side: counted step by step, reported by one thread at a time. */
final class Steps {

    private final Progress progress;
    private final int steps;
    private int done;

    Steps(Progress progress, int steps) {
        this.progress = progress;
        this.steps = steps;
    }

    /** Reports the next step; throws if the work is cancelled. */
    synchronized void next(String message) {
        progress.report(done / (double) steps, message);
        done++;
    }
}
