package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.RowWeights;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Values and gradients of the losses against those that PyTorch's automatic differentiation gave: in double precision to
 * nine digits, and in the floats that training uses, through a batch, to six.
 */
@Tag("fixtures")
class LossFixturesTest {

    @TestFactory
    List<DynamicTest> everyReference() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : Shared.files(Shared.fixtures("distillation"), "kd_loss", ".json")) {
            var all = new ObjectMapper().readTree(file.toFile());
            for (var kind : List.of("binary", "multiclass")) {
                for (var one : all.get(kind)) {
                    var name = kind + " T=" + one.get("T") + " α=" + one.get("alpha_hard") + " (" + tests.size() + ")";
                    tests.add(DynamicTest.dynamicTest(name, () -> new Reference(one).check()));
                }
            }
        }
        return tests;
    }

    /** One entry of the reference file. */
    private static final class Reference {

        private final JsonNode json;
        private final double[] student;
        private final double[] teacher;
        private final double[] labels;
        private final Shape shape;
        private final double temperature;
        private final double alpha;

        Reference(JsonNode json) {
            this.json = json;
            this.student = numbers(json.get("student"));
            this.teacher = numbers(json.get("teacher"));
            var rows = json.get("y").size();
            var width = student.length / rows;
            this.shape = new Shape(rows, width);
            this.labels = new double[student.length];
            for (var row = 0; row < rows; row++) {
                var label = json.get("y").get(row).asInt();
                labels[row * width + (width == 1 ? 0 : label)] = width == 1 ? label : 1;
            }
            this.temperature = json.get("T").asDouble();
            this.alpha = json.get("alpha_hard").asDouble();
        }

        void check() {
            for (var form : HintonLoss.Soft.values()) {
                var expected = json.get(form == HintonLoss.Soft.CROSS_ENTROPY ? "ce" : "kl");
                var gradient = numbers(expected.get("grad"));
                var hinton = new HintonLoss(LabelLoss.plain(examples()), temperature, alpha, form);
                inDoubles(hinton, expected.get("loss").asDouble(), gradient);
                inFloats(hinton, expected.get("loss").asDouble(), gradient);
            }
            if (alpha == 0.5) {
                // hard + λ·KL(T) with λ = T² is twice Hinton's loss at α = ½.
                var bridging = new BridgingLoss(LabelLoss.plain(examples()), temperature, temperature * temperature);
                var gradient = numbers(json.get("kl").get("grad"));
                inFloats(
                        bridging,
                        2 * json.get("kl").get("loss").asDouble(),
                        IntStream.range(0, gradient.length)
                                .mapToDouble(i -> 2 * gradient[i])
                                .toArray());
            }
        }

        private void inDoubles(HintonLoss hinton, double value, double[] gradient) {
            Torch.call(() -> {
                try (var arrays = Torch.arrays(Device.cpu())) {
                    var logits = arrays.create(student, shape);
                    var taught = arrays.create(teacher, shape);
                    logits.setRequiresGradient(true);
                    NDArray loss = Torch.withGradients(
                            () -> hinton.soft(logits, taught, RowWeights.same((1 - alpha) * temperature * temperature))
                                    .add(hard(arrays, logits).mul(alpha)));
                    Torch.backward(loss);
                    assertEquals(value, loss.getDouble(), 1e-9, "value");
                    var found = logits.getGradient().toDoubleArray();
                    for (var i = 0; i < gradient.length; i++) {
                        assertEquals(gradient[i], found[i], 1e-9, "gradient " + i);
                    }
                    return null;
                }
            });
        }

        /** The labels' cross-entropy by its definition: a teacher that is infinitely sure. */
        private NDArray hard(NDManager arrays, NDArray logits) {
            var truth = arrays.create(labels, shape);
            return shape.get(1) == 1
                    ? logits.maximum(0)
                            .sub(logits.mul(truth))
                            .add(logits.abs().neg().exp().add(1).log())
                            .mean()
                    : logits.logSoftmax(1).mul(truth).sum(new int[] {1}).mean().neg();
        }

        private void inFloats(Loss loss, double value, double... gradient) {
            Torch.call(() -> {
                try (var arrays = Torch.arrays(Device.cpu())) {
                    var logits = arrays.create(floats(student), shape);
                    logits.setRequiresGradient(true);
                    var examples = examples();
                    var order = IntStream.range(0, examples.rows()).toArray();
                    var batch = new Batch(arrays, examples, order, 0, examples.rows());
                    NDArray found = Torch.withGradients(() -> loss.of(new Network.Pass(logits, logits), batch));
                    Torch.backward(found);
                    // A divergence is a difference of cross-entropies near one, of which T² multiplies the rounding;
                    // the
                    // gradient, by which a student learns, is free of that.
                    assertEquals(value, found.getFloat(), 1e-6 * Math.max(1, temperature * temperature), "value");
                    var slopes = logits.getGradient().toFloatArray();
                    for (var i = 0; i < gradient.length; i++) {
                        assertEquals(gradient[i], slopes[i], 1e-6, "gradient " + i);
                    }
                    return null;
                }
            });
        }

        private Examples examples() {
            var rows = (int) shape.get(0);
            return new Examples(
                    1, new float[rows][1], Map.of(Examples.LABEL, rows(labels), Teachers.LOGITS, rows(teacher)));
        }

        private float[][] rows(double... numbers) {
            var width = (int) shape.get(1);
            var rows = new float[numbers.length / width][width];
            for (var i = 0; i < numbers.length; i++) {
                rows[i / width][i % width] = (float) numbers[i];
            }
            return rows;
        }
    }

    private static float[] floats(double... numbers) {
        var floats = new float[numbers.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] numbers(JsonNode json) {
        var numbers = new ArrayList<Double>();
        for (var one : json) {
            if (one.isArray()) {
                one.forEach(inner -> numbers.add(inner.asDouble()));
            } else {
                numbers.add(one.asDouble());
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
