package org.ecgdistill.knime.common;

import java.util.concurrent.CancellationException;
import org.ecgdistill.common.ExplainedException;
import org.ecgdistill.common.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Runs a node's work: passes its progress on to KNIME, stops it when the analyst cancels, and turns the exception whose
 * message explains itself into the node's message. Any other exception is a bug and passes through unchanged.
 */
public final class NodeWork {

    /** The work of a node. */
    @FunctionalInterface
    public interface Work {
        void run(Progress progress) throws CanceledExecutionException, KNIMEException, InvalidSettingsException;
    }

    private NodeWork() {}

    public static void run(ExecutionMonitor exec, Work work) throws CanceledExecutionException, KNIMEException {
        try {
            work.run(new Monitored(exec));
        } catch (CancellationException ex) {
            var canceled = new CanceledExecutionException();
            canceled.initCause(ex);
            throw canceled;
        } catch (InvalidSettingsException | ExplainedException ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
    }

    /** What is made of a node's settings before its work. */
    @FunctionalInterface
    public interface Plan<T> {
        T make() throws InvalidSettingsException;
    }

    /** Makes a plan such as the specs of a node's outputs, or explains why its settings are impossible. */
    public static <T> T plan(Plan<T> plan) throws InvalidSettingsException {
        try {
            return plan.make();
        } catch (ExplainedException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    /** Asks for cancellation each time, but tells KNIME's progress bar no more often than an eye can follow. */
    private static final class Monitored implements Progress {
        private static final long NANOSECONDS_BETWEEN = 50_000_000;

        private final ExecutionMonitor exec;
        private long last = System.nanoTime() - NANOSECONDS_BETWEEN;

        Monitored(ExecutionMonitor exec) {
            this.exec = exec;
        }

        @Override
        public void report(double fraction, String message) {
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
}
