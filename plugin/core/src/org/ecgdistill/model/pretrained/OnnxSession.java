package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.nn.Inference;

/**
 * Runs a network from an ONNX file over rows. Each thread computes some rows at once, so that the memory does not depend
 * on their number, and the results do not depend on the number of threads.
 */
public final class OnnxSession {

    /** Numbers that are handed in at once if the file leaves it open: more are not faster, but take more memory. */
    private static final int BATCH_NUMBERS = 5_000;

    private static final int MOST_ROWS = 64;

    private final OnnxForm form;
    private final int samples;
    private final float[][] inputs;
    private final int batch;
    private final Inference.Result result;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final OnnxRun run = new OnnxRun();

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
        var crew = Math.max(1, Math.min(threads, (inputs.length + batch - 1) / batch));
        run.work(network, crew, this::batches, () -> {
            var rows = Math.min(inputs.length - 1, done.get());
            progress.report((double) rows / inputs.length, "row " + (rows + 1) + " of " + inputs.length);
        });
        progress.report(1, "row " + inputs.length + " of " + inputs.length);
    }

    /** Computes batch after batch until all rows are done. */
    private void batches(OnnxRun.OpenNetwork network) throws OrtException {
        var width = form.leads() * samples;
        var numbers = ByteBuffer.allocateDirect(4 * (form.batch() > 0 ? batch : Math.min(batch, inputs.length)) * width)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (var from = next.getAndAdd(batch); from < inputs.length && run.isWanted(); from = next.getAndAdd(batch)) {
            var count = Math.min(batch, inputs.length - from);
            // A file with a fixed number of rows computes rows of zeros too, whose results are dropped.
            var rows = form.batch() > 0 ? batch : count;
            numbers.clear();
            for (var row = 0; row < rows; row++) {
                numbers.put(row < count ? inputs[from + row] : new float[width]);
            }
            numbers.flip();
            var shape = new long[] {rows, form.leads(), samples};
            try (var input = OnnxTensor.createTensor(network.environment(), numbers, shape)) {
                batch(network, input, from, count);
            }
            done.addAndGet(count);
        }
    }

    private void batch(OnnxRun.OpenNetwork network, OnnxTensor input, int from, int count) throws OrtException {
        var wanted = new LinkedHashSet<String>();
        wanted.add(form.output());
        form.features().ifPresent(wanted::add);
        var rows = (int) input.getInfo().getShape()[0];
        try (var outputs = network.compute(form.input(), input, wanted)) {
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
