package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgdistill.model.ModelException;

/**
 * Opens a network from an ONNX file and works with it in threads of its own. The calling thread only watches, so that it
 * can stop the work while the network computes.
 */
final class OnnxRun {

    private static final int MILLISECONDS_BETWEEN_REPORTS = 50;

    /** A network that is still being loaded cannot be stopped; its threads then end by themselves. */
    private static final long LONGEST_STOP_NANOSECONDS = 500_000_000;

    private static final int LONGEST_REASON = 300;

    /** What a thread does with the open network. */
    @FunctionalInterface
    interface Work {
        void with(OpenNetwork network) throws OrtException;
    }

    /** A network that is ready to compute. */
    record OpenNetwork(OrtEnvironment environment, OrtSession session, RunOptions options) {

        OrtSession.Result compute(String name, OnnxTensor input, Set<String> outputs) throws OrtException {
            return session.run(Map.of(name, input), outputs, options);
        }
    }

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean isStopped;

    /** Of the computations that run; null before the network is loaded and after it was closed. */
    private RunOptions running;

    /**
     * Works with a network until all threads have ended.
     *
     * @param network the content of the ONNX file, which has been checked
     * @param report is called again and again by the calling thread; the work is stopped if it throws
     * @throws ModelException if the network cannot be run
     */
    void work(byte[] network, int threads, Work work, Runnable report) {
        var environment = OnnxEngine.environment();
        start(() -> open(environment, network, threads, work));
        watch(report);
        if (failure.get() != null) {
            throw unchecked(failure.get());
        }
    }

    /** Whether the work is to go on: it was not stopped, and no thread has failed. */
    boolean isWanted() {
        return !isStopped && failure.get() == null;
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work, "ECG Distill ONNX");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Loads the network, lets all threads work, and waits for them. */
    private void open(OrtEnvironment environment, byte[] network, int threads, Work work) {
        try (var options = options();
                var session = environment.createSession(network, options);
                var runOptions = new RunOptions()) {
            setRunning(runOptions);
            var open = new OpenNetwork(environment, session, runOptions);
            var others = new ArrayList<Thread>();
            try {
                while (others.size() < threads - 1) {
                    others.add(start(() -> attempt(work, open)));
                }
                attempt(work, open);
            } finally {
                // A session that is closed while it computes would end the whole process.
                others.forEach(OnnxRun::join);
                setRunning(null);
            }
        } catch (OrtException | RuntimeException | Error ex) {
            failure.compareAndSet(null, ex);
        } finally {
            finished.countDown();
        }
    }

    private void attempt(Work work, OpenNetwork network) {
        try {
            if (isWanted()) {
                work.with(network);
            }
        } catch (OrtException | RuntimeException | Error ex) {
            failure.compareAndSet(null, ex);
        }
    }

    private static void join(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException ex) {
                // Nobody else knows the waiting thread; the other has to end in any case.
            }
        }
    }

    private static SessionOptions options() throws OrtException {
        var options = new SessionOptions();
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private synchronized void setRunning(RunOptions options) {
        running = options;
    }

    /** Reports until the work has ended, and ends it if it is no longer wanted. */
    private void watch(Runnable report) {
        try {
            do {
                report.run();
            } while (!finished.await(MILLISECONDS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ex) {
            stop();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (RuntimeException ex) {
            stop();
            throw ex;
        }
    }

    /** Ends the work, and waits a moment for it. */
    private void stop() {
        isStopped = true;
        synchronized (this) {
            if (running != null) {
                try {
                    running.setTerminate(true);
                } catch (OrtException ex) {
                    // The threads then end after what they are computing.
                }
            }
        }
        try {
            finished.await(LONGEST_STOP_NANOSECONDS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the watching thread throws if a thread that works has failed. */
    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof OrtException ex) {
            return refusal(ex);
        }
        if (failure instanceof OutOfMemoryError) {
            return new ModelException(
                    "The network needs more memory than KNIME has. Give KNIME more (-Xmx in knime.ini), or use shorter"
                            + " windows.",
                    failure);
        }
        if (failure instanceof Error ex) {
            throw ex;
        }
        return failure instanceof RuntimeException ex ? ex : new IllegalStateException(failure);
    }

    static ModelException refusal(OrtException ex) {
        var reason = ex.getMessage()
                .replaceAll("\\s+", " ")
                .replaceFirst("^Error code - .*? - message: ", "")
                .strip();
        if (reason.contains("bad_alloc") || reason.contains("Failed to allocate memory")) {
            return new ModelException(
                    "The network needs more memory than this computer has. Use shorter windows or a smaller network.",
                    ex);
        }
        var shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
        return new ModelException(
                "ONNX Runtime cannot run this network: " + shown.replaceFirst("\\.$", "")
                        + ". Export it again, with operators that ONNX Runtime knows.",
                ex);
    }
}
