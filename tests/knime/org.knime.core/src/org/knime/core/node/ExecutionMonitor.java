package org.knime.core.node;

import java.util.function.Supplier;
import org.ecgdistill.standin.NodeProgress;
import org.ecgdistill.standin.PartialProgress;

/** A node's, or one of its steps', progress and cancellation. */
public class ExecutionMonitor {

    private final NodeProgressMonitor progress;

    /** A monitor that nobody listens to. */
    public ExecutionMonitor() {
        this(null);
    }

    public ExecutionMonitor(final NodeProgressMonitor progress) {
        this.progress = progress == null ? new NodeProgress() : progress;
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return progress;
    }

    public void checkCanceled() throws CanceledExecutionException {
        progress.checkCanceled();
    }

    public void setProgress(final double progress) {
        this.progress.setProgress(progress);
    }

    public void setProgress(final double progress, final String message) {
        this.progress.setProgress(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        this.progress.setProgress(progress, messageSupplier);
    }

    public void setProgress(final String message) {
        progress.setProgress(message);
    }

    public void setMessage(final String message) {
        progress.setMessage(message);
    }

    public void setMessage(final Supplier<String> messageSupplier) {
        progress.setMessage(messageSupplier);
    }

    /** A monitor for a step that is the given fraction of this one's work. */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, false));
    }

    /** As {@link #createSubProgress(double)}, but the step's messages are not shown. */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, true));
    }

    final NodeProgressMonitor part(final double fraction, final boolean silent) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + fraction);
        }
        return new PartialProgress(progress, fraction, silent);
    }
}
