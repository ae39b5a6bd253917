package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxTensor;
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
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.nn.Inference;

/**
 * Runs a network from an ONNX file over rows, some at once, so that the memory does not depend on their number. The
 * network runs in a thread of its own, so that the calling thread can stop it while it computes.
 */
public final class OnnxSession {

    /** Rows at once if the file leaves it open: more are not faster, but take more memory. */
    private static final int BATCH = 4;

    private static final int MILLISECONDS_BETWEEN_REPORTS = 50;

    private final OnnxForm form;
    private final int samples;
    private final float[][] inputs;
    private final Inference.Result result;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean cancelled;

    private OnnxSession(OnnxForm form, int samples, float[][] inputs) {
        this.form = form;
        this.samples = samples;
        this.inputs = inputs;
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
        progress.report(0, "row 1 of " + inputs.length);
        var environment = OnnxEngine.environment();
        try (var options = options(threads);
                var session = environment.createSession(network, options);
                var runOptions = new RunOptions()) {
            compute(session, runOptions, progress);
        } catch (OrtException ex) {
            throw refusal(ex);
        }
    }

    private static SessionOptions options(int threads) throws OrtException {
        var options = new SessionOptions();
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setIntraOpNumThreads(Math.max(1, threads));
        options.setInterOpNumThreads(1);
        return options;
    }

    private static ModelException refusal(OrtException ex) {
        return new ModelException(
                "ONNX Runtime cannot run this network: " + ex.getMessage().strip()
                        + ". Export it again, with operators that ONNX Runtime knows.",
                ex);
    }

    /** Computes in another thread, while this one reports and can stop it. */
    private void compute(OrtSession session, RunOptions runOptions, Progress progress) throws OrtException {
        var failure = new AtomicReference<Throwable>();
        var finished = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    try {
                        batches(session, runOptions);
                    } catch (OrtException | RuntimeException | Error ex) {
                        failure.set(ex);
                    } finally {
                        finished.countDown();
                    }
                },
                "ECG Distill ONNX");
        thread.setDaemon(true);
        thread.start();
        var stopped = watched(finished, runOptions, progress);
        if (stopped != null) {
            throw stopped;
        }
        if (failure.get() instanceof OrtException ex) {
            throw ex;
        }
        if (failure.get() instanceof RuntimeException ex) {
            throw ex;
        }
        if (failure.get() != null) {
            throw new ModelException("The network could not be run: " + failure.get() + ".", failure.get());
        }
        progress.report(1, "row " + inputs.length + " of " + inputs.length);
    }

    /** Waits until the work has ended, and returns why it was stopped; null if it was not. */
    private RuntimeException watched(CountDownLatch finished, RunOptions runOptions, Progress progress)
            throws OrtException {
        RuntimeException stopped = null;
        while (true) {
            try {
                if (finished.await(MILLISECONDS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS)) {
                    return stopped;
                }
                if (stopped == null) {
                    var rows = done.get();
                    progress.report((double) rows / inputs.length, "row " + (rows + 1) + " of " + inputs.length);
                }
            } catch (InterruptedException ex) {
                // The thread stays interrupted for the caller; the work has to end first.
                stopped = stopped == null ? new CancellationException("interrupted") : stopped;
            } catch (RuntimeException ex) {
                stopped = ex;
            }
            if (stopped != null && !cancelled) {
                cancelled = true;
                runOptions.setTerminate(true);
            }
        }
    }

    private void batches(OrtSession session, RunOptions runOptions) throws OrtException {
        var size = form.batch() > 0 ? form.batch() : Math.min(BATCH, inputs.length);
        var width = form.leads() * samples;
        var numbers = ByteBuffer.allocateDirect(4 * size * width)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (var from = 0; from < inputs.length && !cancelled; from += size) {
            var count = Math.min(size, inputs.length - from);
            // A file with a fixed number of rows computes rows of zeros too, whose results are dropped.
            var rows = form.batch() > 0 ? size : count;
            numbers.clear();
            for (var row = 0; row < rows; row++) {
                numbers.put(row < count ? inputs[from + row] : new float[width]);
            }
            numbers.flip();
            batch(session, runOptions, numbers, rows, from, count);
            done.addAndGet(count);
        }
    }

    private void batch(
            OrtSession session, RunOptions runOptions, java.nio.FloatBuffer numbers, int rows, int from, int count)
            throws OrtException {
        var wanted = new LinkedHashSet<String>();
        wanted.add(form.output());
        form.features().ifPresent(wanted::add);
        var shape = new long[] {rows, form.leads(), samples};
        try (var input = OnnxTensor.createTensor(OnnxEngine.environment(), numbers, shape);
                var outputs = session.run(Map.of(form.input(), input), wanted, runOptions)) {
            copy(outputs, form.output(), rows, count, result.outputs(), from);
            if (form.features().isPresent()) {
                copy(outputs, form.features().get(), rows, count, result.features(), from);
            }
        }
        checkWidth(from, count);
    }

    private static void copy(OrtSession.Result outputs, String name, int rows, int count, float[][] into, int from) {
        var value = outputs.get(name).orElseThrow();
        if (!(value instanceof OnnxTensor tensor) || tensor.getFloatBuffer() == null) {
            throw new ModelException("The output \"" + name + "\" of the network does not contain numbers of type"
                    + " float32. Choose another output.");
        }
        var shape = tensor.getInfo().getShape();
        if (shape.length != 2 || shape[0] != rows) {
            var found = new ArrayList<Long>();
            Arrays.stream(shape).forEach(found::add);
            throw new ModelException("The output \"" + name + "\" should have the shape [" + rows + ", classes] for "
                    + rows + " rows, but has " + found + ". Choose another output.");
        }
        var numbers = tensor.getFloatBuffer();
        var width = (int) shape[1];
        for (var row = 0; row < count; row++) {
            into[from + row] = new float[width];
            numbers.get(row * width, into[from + row]);
        }
    }

    private void checkWidth(int from, int count) {
        for (var row = from; row < from + count; row++) {
            var width = result.outputs()[row].length;
            if (width != form.classes()) {
                throw new ModelException("The output \"" + form.output() + "\" gives " + width
                        + " numbers for a window, but the model has " + form.classes()
                        + " classes. Change the list of classes.");
            }
        }
    }
}
