package org.ecgdistill.model.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks of OpenECG against what ONNX Runtime for Python makes of them. */
@Tag("fixtures")
@Tag("data")
class OpenEcgTest {

    /** How a case calls its expected outputs, by the file's own lists of classes. */
    private record Network(String file, String classes, String expected) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("openecg-rhythm.onnx", "rhythm", "rhythm"),
            new Network("openecg-beat.onnx", "beat", "beat_at_the_middle"));

    @Test
    void inputsAndOutputsAreThoseOfPython() throws IOException {
        for (var file : Shared.files(Shared.fixtures("teachers"), "", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            for (var network : NETWORKS) {
                var classes = new ArrayList<String>();
                reference.get(network.classes()).forEach(name -> classes.add(name.asText()));
                check(model(Shared.data("models").resolve(network.file()), classes), network, reference.get("cases"));
            }
        }
    }

    /** A model as an analyst would make it: only what the file does not say is set. */
    static OnnxModel model(Path file, List<String> classes) throws IOException {
        return OnnxSource.read(file)
                .builder()
                .rate(500)
                .scaling(InputScaling.RANKS)
                .classes(classes)
                .build();
    }

    private static void check(OnnxModel model, Network network, JsonNode cases) {
        var inputs = new ArrayList<float[]>();
        for (var current : cases) {
            var raw = new double[][] {numbers(current.get("raw"))};
            var windows = model.manifest().input().windows("Row1", raw, 500);
            assertEquals(1, windows.size());
            var expected = numbers(current.get("ecg"));
            for (var i = 0; i < expected.length; i++) {
                assertEquals(expected[i], windows.get(0)[i], 1e-6, "sample " + i);
            }
            inputs.add(windows.get(0));
        }
        assertEquals(4, inputs.size());
        for (var threads : new int[] {1, 2}) {
            var outputs = model.run(inputs.toArray(float[][]::new), Processor.CPU, threads, Progress.NONE)
                    .outputs();
            for (var row = 0; row < outputs.length; row++) {
                assertArrayEquals(
                        numbers(cases.get(row).get(network.expected())),
                        model.manifest().probabilities(outputs[row]),
                        1e-4,
                        network.file() + " row " + row);
            }
        }
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble())
                .toArray();
    }
}
