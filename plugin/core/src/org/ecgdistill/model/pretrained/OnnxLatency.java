package org.ecgdistill.model.pretrained;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
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
     * @throws ModelException if the network cannot be run
     */
    public static double milliseconds(byte[] network, OnnxForm form, float[] window) {
        // A file with a fixed number of rows always computes all of them.
        var rows = Math.max(1, form.batch());
        var numbers = FloatBuffer.allocate(rows * window.length);
        for (var row = 0; row < rows; row++) {
            numbers.put(window);
        }
        numbers.flip();
        var environment = OnnxEngine.environment();
        var shape = new long[] {rows, form.leads(), window.length / form.leads()};
        try (var options = OnnxSession.options();
                var session = environment.createSession(network, options);
                var input = OnnxTensor.createTensor(environment, numbers, shape)) {
            return Latency.median(() -> run(session, form, input));
        } catch (OrtException ex) {
            throw OnnxSession.refusal(ex);
        }
    }

    private static void run(OrtSession session, OnnxForm form, OnnxTensor input) {
        try (var outputs = session.run(Map.of(form.input(), input), Set.of(form.output()))) {
            outputs.get(0);
        } catch (OrtException ex) {
            throw OnnxSession.refusal(ex);
        }
    }
}
