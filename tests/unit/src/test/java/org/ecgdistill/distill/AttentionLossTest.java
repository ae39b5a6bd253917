package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Attention;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Attention transfer against PyTorch's own functions (attention_loss.py), and what it does to a student. */
class AttentionLossTest {

    private static final int SAMPLES = 64;

    @TestFactory
    List<DynamicTest> asPyTorchHasIt() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        try (var in = AttentionLossTest.class.getResourceAsStream("attention_loss.json")) {
            for (var one : new ObjectMapper().readTree(in).get("cases")) {
                var name = one.get("teacher").get(0).size() + " steps to "
                        + one.get("attention").get(0).size();
                tests.add(DynamicTest.dynamicTest(name, () -> check(one)));
            }
        }
        assertEquals(4, tests.size());
        return tests;
    }

    private static void check(JsonNode json) {
        Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var maps = array(arrays, json.get("student"));
                maps.setRequiresGradient(true);
                var attention = numbers(json.get("attention"));
                assertArrayEquals(attention, Attention.of(maps).toDoubleArray(), 1e-12);
                var loss = new AttentionLoss(
                        (pass, batch) -> null, json.get("weight").asDouble());
                NDArray value = Torch.withGradients(() -> loss.distance(maps, array(arrays, json.get("teacher"))));
                Torch.backward(value);
                var size = Math.max(1, json.get("weight").asDouble());
                assertEquals(json.get("loss").asDouble(), value.getDouble(), 1e-12 * size);
                assertArrayEquals(
                        numbers(json.get("gradient")), maps.getGradient().toDoubleArray(), 1e-12 * size);
                return null;
            }
        });
    }

    /** The labels' loss alone at λ = 0, to the bit; with another λ both, in the floats of training. */
    @Test
    void addsToTheLabels() {
        Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var examples = new Examples(
                        1,
                        new float[2][1],
                        Map.of(Examples.LABEL, new float[][] {{1}, {0}}, Teachers.ATTENTION, new float[][] {
                            {1, 0}, {0, 1}
                        }));
                var logits = arrays.create(new float[] {0.3f, -0.2f}, new Shape(2, 1));
                // The first row looks where its teacher does, the second at the other end: distances 0 and 2.
                var maps = arrays.create(new float[] {3, 0, 2, 0}, new Shape(2, 1, 2));
                var pass = new Network.Pass(logits, logits, null, maps);
                var batch = Batch.all(arrays, examples);
                var hard = LabelLoss.plain(examples);
                var alone = hard.of(pass, batch).getFloat();
                assertEquals(alone, new AttentionLoss(hard, 0).of(pass, batch).getFloat());
                assertEquals(
                        alone + 3, new AttentionLoss(hard, 3).of(pass, batch).getFloat(), 1e-6);
                var blind = new Network.Pass(logits, logits);
                var message = assertThrows(
                                DistillationException.class, () -> new AttentionLoss(hard, 1).of(blind, batch))
                        .getMessage();
                assertTrue(message.contains("no activations over time"), message);
                return null;
            }
        });
        assertThrows(DistillationException.class, () -> new AttentionLoss(null, -1));
    }

    /** Activations that are all zero look nowhere: a distance, but no step that is not a number. */
    @Test
    void deadActivationsHaveAGradient() {
        Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var maps = arrays.zeros(new Shape(1, 2, 4));
                maps.setRequiresGradient(true);
                var teacher = arrays.ones(new Shape(1, 4));
                NDArray value =
                        Torch.withGradients(() -> new AttentionLoss((pass, batch) -> null, 1).distance(maps, teacher));
                Torch.backward(value);
                assertEquals(1, value.getFloat(), 1e-6);
                assertArrayEquals(new float[8], maps.getGradient().toFloatArray(), 1e-20f);
                return null;
            }
        });
    }

    /** Every student's maps are what its mean over time is taken of: their number of steps, and rows of length 1. */
    @Test
    void studentsAndTeacherTellWhereTheyLook() {
        var networks = Map.of(
                new Cnn1d(Cnn1d.Form.standard(1, 1)), 8,
                new ResNet1d(ResNet1d.Form.standard(1, 1)), 8,
                new Vit1d(Vit1d.Form.standard(1, SAMPLES, 1)), 16,
                new Net1d(Net1d.Form.tiny(1, 1)), 4);
        networks.forEach((network, steps) -> Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var values = new java.util.HashMap<String, NDArray>();
                Weights.random(network, 1)
                        .tensors()
                        .forEach((name, one) -> values.put(name, arrays.create(one.values(), new Shape(one.shape()))));
                var pass = network.forward(values, Batch.all(arrays, noise(3)).input(), Mode.INFERENCE);
                assertEquals(
                        new Shape(3, pass.maps().getShape().get(1), steps),
                        pass.maps().getShape());
                var rows = Attention.of(pass.maps()).square().sum(new int[] {1}).toFloatArray();
                assertArrayEquals(new float[] {1, 1, 1}, rows, 1e-5f);
                return null;
            }
        }));
    }

    /** A student that hears of nothing but a teacher's attention comes to look where the teacher looks. */
    @Test
    void aStudentLearnsToLookWhereTheTeacherLooks() {
        var rows = noise(96);
        var teacher = new Net1d(Net1d.Form.tiny(1, 1), true);
        var seen = Inference.run(teacher, Weights.random(teacher, 3), 1, rows.signals(), Progress.NONE);
        var taught = new Examples(1, rows.signals(), Map.of(Teachers.ATTENTION, seen.attention()));
        var network = new Cnn1d(new Cnn1d.Form(1, 1, List.of(8, 16), 5, 8, 0));
        var loss = new AttentionLoss((pass, batch) -> pass.output().sum().mul(Torch.constant(pass.output(), 0)), 1);
        var trained = new Trainer(network, loss, Schedule.of(20, 16, 1e-2, 1))
                .train(Weights.random(network, 1), taught, Validation.NONE, Progress.NONE);
        var first = trained.log().get(0).loss();
        var last = trained.log().get(19).loss();
        assertTrue(last < 0.6 * first, () -> "from " + first + " to " + last);
    }

    private static Examples noise(int rows) {
        var random = new SplittableRandom(9);
        var signals = new float[rows][SAMPLES];
        for (var row = 0; row < rows; row++) {
            var at = 10 + random.nextInt(SAMPLES - 20);
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] = (float) (4 * Math.exp(-0.1 * (i - at) * (i - at)) + 0.1 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of());
    }

    private static NDArray array(NDManager arrays, JsonNode json) {
        var shape = json.get(0).get(0).isArray()
                ? new Shape(json.size(), json.get(0).size(), json.get(0).get(0).size())
                : new Shape(json.size(), json.get(0).size());
        return arrays.create(numbers(json), shape);
    }

    private static double[] numbers(JsonNode json) {
        var numbers = new ArrayList<Double>();
        gather(json, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void gather(JsonNode json, List<Double> numbers) {
        if (json.isArray()) {
            json.forEach(one -> gather(one, numbers));
        } else {
            numbers.add(json.asDouble());
        }
    }
}
