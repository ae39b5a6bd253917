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

    public ExecutionMonitor(NodeProgressMonitor progress) {
        this.progress = progress == null ? new NodeProgress() : progress;
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return progress;
    }

    public void checkCanceled() throws CanceledExecutionException {
        progress.checkCanceled();
    }

    public void setProgress(double progress) {
        this.progress.setProgress(progress);
    }

    public void setProgress(double progress, String message) {
        this.progress.setProgress(progress, message);
    }

    public void setProgress(double progress, Supplier<String> messageSupplier) {
        this.progress.setProgress(progress, messageSupplier);
    }

    public void setProgress(String message) {
        progress.setProgress(message);
    }

    public void setMessage(String message) {
        progress.setMessage(message);
    }

    public void setMessage(Supplier<String> messageSupplier) {
        progress.setMessage(messageSupplier);
    }

    /** A monitor for a step that is the given fraction of this one's work. */
    public ExecutionMonitor createSubProgress(double maxProg) {
        return new ExecutionMonitor(part(maxProg, false));
    }

    /** As {@link #createSubProgress(double)}, but the step's messages are not shown. */
    public ExecutionMonitor createSilentSubProgress(double maxProg) {
        return new ExecutionMonitor(part(maxProg, true));
    }

    final NodeProgressMonitor part(double fraction, boolean silent) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + fraction);
        }
        return new PartialProgress(progress, fraction, silent);
    }
}
