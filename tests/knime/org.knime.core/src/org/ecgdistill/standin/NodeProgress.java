package org.ecgdistill.standin;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/** A running node's progress. Cancelled by a call, or by interrupting a thread of the node. */
public final class NodeProgress implements NodeProgressMonitor {

    private final ProgressListener listener;
    private volatile boolean isCanceled;
    private Double fraction;
    private String message;

    /** Progress that nobody listens to. */
    public NodeProgress() {
        this(ProgressListener.NONE);
    }

    NodeProgress(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
        }
    }

    @Override
    public void setExecuteCanceled() {
        isCanceled = true;
    }

    @Override
    public synchronized void setProgress(double progress) {
        setProgress(progress, message);
    }

    /** Progress never goes back; what is no number counts as unknown. */
    @Override
    public synchronized void setProgress(double progress, String message) {
        if (progress >= 0 && (fraction == null || progress > fraction)) {
            fraction = Math.min(progress, 1);
        }
        setMessage(message);
    }

    /** Adds a step's progress. */
    synchronized void advance(double by, String message) {
        setProgress((fraction == null ? 0 : fraction) + by, message);
    }

    @Override
    public synchronized void setProgress(String message) {
        setMessage(message);
    }

    @Override
    public synchronized void setMessage(String message) {
        this.message = message;
        listener.progress(fraction == null ? Double.NaN : fraction, message);
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
        isCanceled = false;
    }
}
