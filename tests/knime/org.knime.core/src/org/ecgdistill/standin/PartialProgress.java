package org.ecgdistill.standin;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/** The progress of a step, which is a fraction of a whole's. */
public final class PartialProgress implements NodeProgressMonitor {

    private final NodeProgressMonitor whole;
    private final double share;
    private final boolean isSilent;
    private Double fraction;
    private String message;

    /** @param isSilent whether the step's messages stay with it */
    public PartialProgress(NodeProgressMonitor whole, double share, boolean isSilent) {
        this.whole = whole;
        this.share = share;
        this.isSilent = isSilent;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        whole.checkCanceled();
    }

    @Override
    public void setExecuteCanceled() {
        throw new IllegalStateException("A step cannot be cancelled on its own.");
    }

    @Override
    public synchronized void setProgress(double progress) {
        advanceTo(progress, isSilent ? whole.getMessage() : message);
    }

    @Override
    public synchronized void setProgress(double progress, String message) {
        this.message = message;
        advanceTo(progress, isSilent ? whole.getMessage() : message);
    }

    private void advanceTo(double progress, String shown) {
        var before = fraction == null ? 0 : fraction;
        var step = progress > before ? Math.min(progress, 1) - before : 0;
        fraction = before + step;
        advance(whole, step * share, shown);
    }

    private static void advance(NodeProgressMonitor monitor, double by, String message) {
        if (monitor instanceof NodeProgress node) {
            node.advance(by, message);
        } else if (monitor instanceof PartialProgress part) {
            part.advanceBy(by, message);
        } else {
            var before = monitor.getProgress();
            monitor.setProgress((before == null ? 0 : before) + by, message);
        }
    }

    private synchronized void advanceBy(double by, String message) {
        setProgress((fraction == null ? 0 : fraction) + by, message);
    }

    @Override
    public synchronized void setProgress(String message) {
        setMessage(message);
    }

    @Override
    public synchronized void setMessage(String message) {
        this.message = message;
        if (!isSilent) {
            whole.setMessage(message);
        }
    }

    @Override
    public synchronized Double getProgress() {
        return fraction;
    }

    @Override
    public synchronized String getMessage() {
        return message;
    }

    @Override
    public synchronized void reset() {
        fraction = null;
        message = null;
    }
}
