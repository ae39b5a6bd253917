package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.nn.Latency;

/** How long a network from an ONNX file takes for a single window, on one thread of the processor. */
public final class OnnxLatency {

    private OnnxLatency() {}

    /**
     * The median in milliseconds; the outputs are discarded.
     *
     * @param network the content of the ONNX file, which has been checked
     * @param window the leads, one after the other
     * @throws org.ecgdistill.model.ModelException if the network cannot be run
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    public static double milliseconds(byte[] network, OnnxForm form, float[] window, Progress progress) {
        var measured = new AtomicReference<Double>();
        new OnnxRun()
                .work(
                        network,
                        1,
                        open -> measured.set(measure(open, form, window)),
                        () -> progress.report(0, "Measuring the time for one window"));
        return measured.get();
    }

    private static double measure(OnnxRun.OpenNetwork network, OnnxForm form, float[] window) throws OrtException {
        // A file with a fixed number of rows always computes all of them.
        var rows = Math.max(1, form.batch());
        var numbers = FloatBuffer.allocate(rows * window.length);
        for (var row = 0; row < rows; row++) {
            numbers.put(window);
        }
        numbers.flip();
        var shape = new long[] {rows, form.leads(), window.length / form.leads()};
        try (var input = OnnxTensor.createTensor(network.environment(), numbers, shape)) {
            return Latency.median(() -> run(network, form, input));
        }
    }

    private static void run(OnnxRun.OpenNetwork network, OnnxForm form, OnnxTensor input) {
        try (var outputs = network.compute(form.input(), input, Set.of(form.output()))) {
            outputs.get(0);
        } catch (OrtException ex) {
            throw OnnxRun.refusal(ex);
        }
    }
}
