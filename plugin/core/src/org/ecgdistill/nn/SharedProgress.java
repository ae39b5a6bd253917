package org.ecgdistill.nn;

import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;

/** One progress for the work of several threads: their mean, reported by one thread at a time. */
final class SharedProgress {

    private final Progress whole;
    private final double[] fractions;
    private boolean cancelled;

    SharedProgress(Progress whole, int parts) {
        this.whole = whole;
        this.fractions = new double[parts];
    }

    /** The progress of one part, named in its messages. */
    Progress of(int part, String name) {
        return (fraction, message) -> report(part, fraction, name.isBlank() ? message : name + ": " + message);
    }

    /** All parts stop at their next report. */
    synchronized void cancel() {
        cancelled = true;
    }

    private synchronized void report(int part, double fraction, String message) {
        if (cancelled) {
            throw new CancellationException("another part was stopped");
        }
        fractions[part] = fraction;
        var sum = 0.0;
        for (var done : fractions) {
            sum += done;
        }
        try {
            whole.report(sum / fractions.length, message);
        } catch (CancellationException ex) {
            cancelled = true;
            throw ex;
        }
    }
}
