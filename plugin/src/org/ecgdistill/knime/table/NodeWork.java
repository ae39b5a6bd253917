package org.ecgdistill.knime.table;

import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ecgdistill.signal.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Runs a node's work: passes its progress on to KNIME, stops it when the analyst cancels, and turns the exception whose
 * message explains itself into the node's message. Any other exception is a fault of ours and goes through as it is.
 */
public final class NodeWork {

    /** The work of a node. */
    @FunctionalInterface
    public interface Work {
        void run(Progress progress) throws CanceledExecutionException, KNIMEException, InvalidSettingsException;
    }

    /**
     * @param explained the exception type of the algorithms that the work calls
     */
    public static void run(
            final ExecutionMonitor exec, final Class<? extends RuntimeException> explained, final Work work)
            throws CanceledExecutionException, KNIMEException {
        run(exec, Set.of(explained), work);
    }

    /**
     * @param explained the exception types of the algorithms that the work calls
     */
    public static void run(
            final ExecutionMonitor exec, final Set<Class<? extends RuntimeException>> explained, final Work work)
            throws CanceledExecutionException, KNIMEException {
        try {
            work.run(new Monitored(exec));
        } catch (CancellationException ex) {
            var canceled = new CanceledExecutionException();
            canceled.initCause(ex);
            throw canceled;
        } catch (InvalidSettingsException ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        } catch (RuntimeException ex) {
            if (explained.stream().anyMatch(type -> type.isInstance(ex))) {
                throw new KNIMEException(ex.getMessage(), ex);
            }
            throw ex;
        }
    }

    /** Asks for cancellation each time, but tells KNIME's progress bar no more often than an eye can follow. */
    private static final class Monitored implements Progress {
        private static final long NANOSECONDS_BETWEEN = 50_000_000;

        private final ExecutionMonitor exec;
        private long last = System.nanoTime() - NANOSECONDS_BETWEEN;

        Monitored(final ExecutionMonitor exec) {
            this.exec = exec;
        }

        @Override
        public void report(final double fraction, final String message) {
            try {
                exec.checkCanceled();
            } catch (CanceledExecutionException ex) {
                var cancellation = new CancellationException();
                cancellation.initCause(ex);
                throw cancellation;
            }
            var now = System.nanoTime();
            if (now - last >= NANOSECONDS_BETWEEN) {
                last = now;
                exec.setProgress(fraction, message);
            }
        }
    }

    private NodeWork() {}
}
