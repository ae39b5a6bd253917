package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.nn.Inference;

/**
 * Runs a network from an ONNX file over rows. Each thread computes some rows at once, so that the memory does not depend
 * on their number, and the results do not depend on the number of threads. The calling thread only watches, so that it
 * can stop the work while the network computes.
 */
public final class OnnxSession {

    /** Numbers that are handed in at once if the file leaves it open: more are not faster, but take more memory. */
    private static final int BATCH_NUMBERS = 5_000;

    private static final int MOST_ROWS = 64;
    private static final int MILLISECONDS_BETWEEN_REPORTS = 50;

    /** A network that is still being loaded cannot be stopped; its threads then end by themselves. */
    private static final long LONGEST_STOP_NANOSECONDS = 500_000_000;

    private static final int LONGEST_REASON = 300;

    private final OnnxForm form;
    private final int samples;
    private final float[][] inputs;
    private final int batch;
    private final Inference.Result result;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean isStopped;

    /** Of the computations that run; null before the network is loaded and after it was closed. */
    private RunOptions running;

    private OnnxSession(OnnxForm form, int samples, float[][] inputs) {
        this.form = form;
        this.samples = samples;
        this.inputs = inputs;
        this.batch = form.batch() > 0
                ? form.batch()
                : Math.max(1, Math.min(MOST_ROWS, BATCH_NUMBERS / (form.leads() * samples)));
        this.result = new Inference.Result(new float[inputs.length][0], new float[inputs.length][]);
    }

    /**
     * What the network's outputs are for rows, unchanged.
     *
     * @param network the content of the ONNX file, which has been checked
     * @param samples of each lead
     * @param inputs the leads of each row, one after the other
     * @param threads of the processor that are used
     * @throws ModelException if the network cannot be run
     */
    public static Inference.Result run(
            byte[] network, OnnxForm form, int samples, float[][] inputs, int threads, Progress progress) {
        for (var input : inputs) {
            if (input.length != form.leads() * samples) {
                throw new ModelException("The network takes " + form.leads() + " leads of " + samples
                        + " samples, but a row has " + input.length + " numbers. Prepare the signals for this model.");
            }
        }
        var session = new OnnxSession(form, samples, inputs);
        if (inputs.length > 0) {
            session.run(network, threads, progress);
        }
        return session.result;
    }

    private void run(byte[] network, int threads, Progress progress) {
        var environment = OnnxEngine.environment();
        start(() -> load(environment, network, threads));
        watch(progress);
        if (failure.get() != null) {
            throw unchecked(failure.get());
        }
        progress.report(1, "row " + inputs.length + " of " + inputs.length);
    }

    /** What the watching thread throws if a thread that computes has failed. */
    static RuntimeException unchecked(Throwable failure) {
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

    static Thread start(Runnable work) {
        var thread = new Thread(work, "ECG Distill ONNX");
        thread.setDaemon(true);
        thread.start();
        return thread;
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

    /** Loads the network, lets all threads compute, and waits for them. */
    private void load(OrtEnvironment environment, byte[] network, int threads) {
        try (var options = options();
                var session = environment.createSession(network, options);
                var runOptions = new RunOptions()) {
            setRunning(runOptions);
            var others = new ArrayList<Thread>();
            try {
                var crew = Math.min(threads, (inputs.length + batch - 1) / batch);
                while (others.size() < crew - 1) {
                    others.add(start(() -> batches(environment, session, runOptions)));
                }
                batches(environment, session, runOptions);
            } finally {
                // A session that is closed while it computes would end the whole process.
                others.forEach(OnnxSession::join);
                setRunning(null);
            }
        } catch (OrtException | RuntimeException | Error ex) {
            failure.compareAndSet(null, ex);
        } finally {
            finished.countDown();
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

    static SessionOptions options() throws OrtException {
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
    private void watch(Progress progress) {
        try {
            do {
                var rows = Math.min(inputs.length - 1, done.get());
                progress.report((double) rows / inputs.length, "row " + (rows + 1) + " of " + inputs.length);
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
                    // The threads then end after their batch.
                }
            }
        }
        try {
            finished.await(LONGEST_STOP_NANOSECONDS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Computes batch after batch until all rows are done. */
    private void batches(OrtEnvironment environment, OrtSession session, RunOptions runOptions) {
        try {
            var width = form.leads() * samples;
            var numbers = ByteBuffer.allocateDirect(
                            4 * (form.batch() > 0 ? batch : Math.min(batch, inputs.length)) * width)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            for (var from = next.getAndAdd(batch);
                    from < inputs.length && !isStopped && failure.get() == null;
                    from = next.getAndAdd(batch)) {
                var count = Math.min(batch, inputs.length - from);
                // A file with a fixed number of rows computes rows of zeros too, whose results are dropped.
                var rows = form.batch() > 0 ? batch : count;
                numbers.clear();
                for (var row = 0; row < rows; row++) {
                    numbers.put(row < count ? inputs[from + row] : new float[width]);
                }
                numbers.flip();
                var shape = new long[] {rows, form.leads(), samples};
                try (var input = OnnxTensor.createTensor(environment, numbers, shape)) {
                    batch(session, runOptions, input, from, count);
                }
                done.addAndGet(count);
            }
        } catch (OrtException | RuntimeException | Error ex) {
            failure.compareAndSet(null, ex);
        }
    }

    private void batch(OrtSession session, RunOptions runOptions, OnnxTensor input, int from, int count)
            throws OrtException {
        var wanted = new LinkedHashSet<String>();
        wanted.add(form.output());
        form.features().ifPresent(wanted::add);
        var rows = (int) input.getInfo().getShape()[0];
        try (var outputs = session.run(Map.of(form.input(), input), wanted, runOptions)) {
            copy(outputs, form.output(), rows, count, result.outputs(), from);
            if (form.features().isPresent()) {
                copy(outputs, form.features().get(), rows, count, result.features(), from);
            }
        }
        checkWidth(from);
    }

    private static void copy(OrtSession.Result outputs, String name, int rows, int count, float[][] into, int from) {
        var value = outputs.get(name).orElseThrow();
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw new ModelException("The output \"" + name + "\" of the network does not contain numbers of type"
                    + " float32. Choose another output.");
        }
        // A file need not keep to the shape that it states; nothing is copied before the real one is known.
        var shape = tensor.getInfo().getShape();
        if (shape.length != 2 || shape[0] != rows || shape[1] > OnnxPort.MOST_NUMBERS) {
            throw new ModelException("The output \"" + name + "\" should have the shape [" + rows + ", numbers] for "
                    + Words.count(rows, "row", "rows") + " with at most " + Words.count(OnnxPort.MOST_NUMBERS)
                    + " numbers each, but has " + Arrays.toString(shape) + ". Choose another output.");
        }
        var numbers = tensor.getFloatBuffer();
        var width = (int) shape[1];
        for (var row = 0; row < count; row++) {
            into[from + row] = new float[width];
            numbers.get(row * width, into[from + row]);
        }
    }

    private void checkWidth(int from) {
        var width = result.outputs()[from].length;
        if (width != form.classes()) {
            throw new ModelException("The output \"" + form.output() + "\" gives "
                    + Words.count(width, "number", "numbers") + " for a window, but the model has "
                    + Words.count(form.classes(), "class", "classes") + ". Change the list of classes.");
        }
    }
}
