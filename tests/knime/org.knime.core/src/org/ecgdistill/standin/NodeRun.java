package org.ecgdistill.standin;

import org.knime.core.node.CanceledExecutionException;

/** The running of a node on a thread, which another thread may cancel. */
final class NodeRun {

    private NodeProgress progress;
    private Thread thread;

    interface Work {
        void doWith(NodeProgress progress) throws Exception;
    }

    /** @throws CanceledExecutionException if it was cancelled, whatever the work threw then */
    void run(ProgressListener listener, Work work) throws Exception {
        var mine = begin(new NodeProgress(listener));
        try {
            work.doWith(mine);
        } catch (CanceledExecutionException ex) {
            throw ex;
        } catch (Exception ex) {
            if (isCanceled(mine)) {
                var canceled = new CanceledExecutionException(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
                canceled.initCause(ex);
                throw canceled;
            }
            throw ex;
        } finally {
            end();
        }
    }

    private static boolean isCanceled(NodeProgress progress) {
        try {
            progress.checkCanceled();
            return false;
        } catch (CanceledExecutionException ex) {
            return true;
        }
    }

    private synchronized NodeProgress begin(NodeProgress begun) {
        progress = begun;
        thread = Thread.currentThread();
        return begun;
    }

    private synchronized void end() {
        progress = null;
        thread = null;
        // an interrupt that was meant for this node must not reach the thread's next
        Thread.interrupted();
    }

    /** As in KNIME the node's thread is interrupted too, to wake it from waiting. */
    synchronized void cancel() {
        if (progress != null) {
            progress.setExecuteCanceled();
            thread.interrupt();
        }
    }
}
