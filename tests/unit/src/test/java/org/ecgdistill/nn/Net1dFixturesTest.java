package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.checkpoint.PthFile;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ECGFounder's network against what PyTorch computed with the same weights. */
@Tag("fixtures")
class Net1dFixturesTest {

    private static final double TOLERANCE = 1e-5;

    @Test
    void logitsAndFeaturesAreThoseOfPyTorch() throws IOException {
        var checked = 0;
        for (var file : Shared.files(Shared.fixtures("net1d"), "net1d_tiny", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            var name = file.getFileName().toString().replace(".json", "");
            for (var weights : weightsOf(file.resolveSibling(name + ".pth"))) {
                var cases = reference.has("cases") ? reference.get("cases") : List.of(reference);
                for (var one : cases) {
                    check(one, name.contains("_bn"), weights);
                    checked++;
                }
            }
        }
        assertTrue(checked > 0);
    }

    /** The gradient of the multi-label cross-entropy with respect to each array: its sum, its length, its first numbers. */
    @Test
    void gradientsAreThoseOfPyTorch() throws IOException {
        var checked = 0;
        for (var file : Shared.files(Shared.fixtures("net1d"), "net1d_tiny", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile()).get("grad");
            if (reference != null) {
                var weights = file.resolveSibling(file.getFileName().toString().replace(".json", ".pth"));
                checked += checkGradients(reference, weights);
            }
        }
        assertTrue(checked > 0);
    }

    private static int checkGradients(JsonNode reference, Path weights) {
        var targets = reference.get("targets");
        var rows = targets.size();
        var classes = targets.get(0).size();
        var samples = reference.get("x").size() / rows;
        var network = tiny(1, classes, false);
        var numbers = Weights.fit(network, PthFile.read(weights, Progress.NONE).tensors(), name -> false, 1)
                .weights();
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var values = new HashMap<String, NDArray>();
                numbers.tensors().forEach((name, tensor) -> {
                    var array = arrays.create(tensor.values(), new Shape(tensor.shape()));
                    array.setRequiresGradient(true);
                    values.put(name, array);
                });
                var input = arrays.create(floats(reference.get("x")), new Shape(rows, 1, samples));
                var target = new float[rows * classes];
                for (var i = 0; i < target.length; i++) {
                    target[i] =
                            (float) targets.get(i / classes).get(i % classes).asDouble();
                }
                var label = arrays.create(target, new Shape(rows, classes));
                var loss = Torch.withGradients(() -> {
                    var logit = network.forward(values, input, Mode.INFERENCE).output();
                    var tail = logit.abs().neg().exp().add(1).log();
                    return logit.maximum(0).sub(logit.mul(label)).add(tail).mean();
                });
                assertEquals(reference.get("loss").asDouble(), loss.getFloat(), TOLERANCE);
                Torch.backward(loss);
                var checked = 0;
                for (var names = reference.get("params").fieldNames(); names.hasNext(); ) {
                    var name = names.next();
                    var expected = reference.get("params").get(name);
                    var found = values.get(name).getGradient().toFloatArray();
                    var sum = 0.0;
                    var square = 0.0;
                    for (var one : found) {
                        sum += one;
                        square += (double) one * one;
                    }
                    assertEquals(expected.get("sum").asDouble(), sum, TOLERANCE, name);
                    assertEquals(expected.get("l2").asDouble(), Math.sqrt(square), TOLERANCE, name);
                    for (var i = 0; i < expected.get("first").size(); i++) {
                        assertEquals(expected.get("first").get(i).asDouble(), found[i], TOLERANCE, name);
                    }
                    checked++;
                }
                return checked;
            }
        });
    }

    private static float[] floats(JsonNode list) {
        var values = new float[list.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) list.get(i).asDouble();
        }
        return values;
    }

    private static Net1d tiny(int leads, int classes, boolean batchNorm) {
        return new Net1d(new Net1d.Form(leads, 8, List.of(8, 12, 12), List.of(2, 2, 1), 16, 4, classes, batchNorm, 0));
    }

    /** The released file's names: all that the network uses are there, and what it leaves out is only statistics. */
    @Test
    void theFullNetworkHasTheReleasedNames() throws IOException {
        for (var file : Shared.files(Shared.fixtures("net1d"), "net1d_full_names", ".json")) {
            var names = new ObjectMapper().readTree(file.toFile());
            var released = new ArrayList<String>();
            collect(names, released);
            var network = new Net1d(Net1d.Form.founder(1, 150));
            var ours = network.slots().stream().map(Slot::name).toList();
            assertTrue(released.containsAll(ours), () -> "not in the release: " + ours);
            assertTrue(
                    released.stream().filter(name -> !ours.contains(name)).allMatch(name -> name.contains("bn")),
                    "only batch normalisation is left out");
        }
        assertEquals(30_741_382, new Net1d(Net1d.Form.founder(1, 150)).parameters());
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.isTextual() && node.asText().contains(".") && !node.asText().startsWith("torch.")) {
            names.add(node.asText());
        }
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                if (name.contains(".")) {
                    names.add(name);
                }
            });
        }
        node.forEach(child -> collect(child, names));
    }

    /** One lead's weights lie in four more forms that must all mean the same. */
    private static List<Path> weightsOf(Path file) {
        var name = file.getFileName().toString();
        return name.equals("net1d_tiny.pth")
                ? List.of(
                        file,
                        file.resolveSibling("net1d_tiny_dataparallel.pth"),
                        file.resolveSibling("net1d_tiny_fullsave.pth"))
                : List.of(file);
    }

    private static void check(JsonNode one, boolean batchNorm, Path weights) {
        var leads = one.get("shape").get(1).asInt();
        var rows = one.get("shape").get(0).asInt();
        var width = leads * one.get("shape").get(2).asInt();
        var signals = new float[rows][width];
        for (var i = 0; i < rows * width; i++) {
            signals[i / width][i % width] = (float) one.get("x").get(i).asDouble();
        }
        var classes = one.get("logits").get(0).size();
        var network = tiny(leads, classes, batchNorm);
        var fit = Weights.fit(network, PthFile.read(weights, Progress.NONE).tensors(), name -> false, 1);
        var result = Inference.run(network, fit.weights(), leads, signals, Progress.NONE);
        assertRows(one.get("logits"), result.outputs(), weights + " at " + width);
        if (one.has("features")) {
            assertRows(one.get("features"), result.features(), weights + " at " + width);
        }
    }

    private static void assertRows(JsonNode expected, float[][] found, String what) {
        assertEquals(expected.size(), found.length, what);
        for (var row = 0; row < found.length; row++) {
            assertEquals(expected.get(row).size(), found[row].length, what);
            for (var i = 0; i < found[row].length; i++) {
                assertEquals(expected.get(row).get(i).asDouble(), found[row][i], TOLERANCE, what);
            }
        }
    }
}
