package org.ecgdistill.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program, ONNX Runtime, makes of the files. */
class OnnxFileTest {

    private static final int ROWS = 5;
    private static final int SAMPLES = 130;

    @TempDir
    private Path folder;

    @Test
    void onnxRuntimeGivesTheModelsLogits() throws IOException, OrtException {
        for (var form : forms()) {
            var model = model(form);
            var file = folder.resolve("model.onnx");
            OnnxFile.write(model, file);
            compare(model, file, 2e-5);
        }
    }

    /** Weights as bytes: the file says what the quantised model says, and is a quarter of the size. */
    @Test
    void onnxRuntimeGivesTheQuantisedModelsLogits() throws IOException, OrtException {
        for (var form : forms()) {
            var model = model(form);
            var quantised = Quantised.of(model);
            var file = folder.resolve("bytes.onnx");
            OnnxFile.write(model, quantised, file);
            compare(quantised.apply(model), file, 2e-5);
        }
        var large = model(ResNet1d.Form.standard(1, 1));
        var whole = folder.resolve("whole.onnx");
        var bytes = folder.resolve("bytes.onnx");
        OnnxFile.write(large, whole);
        OnnxFile.write(large, Quantised.of(large), bytes);
        assertTrue(
                Files.size(bytes) < 0.35 * Files.size(whole),
                () -> bytes.toFile().length() + " bytes");
    }

    /** No weight moves by more than half a step of its channel. */
    @Test
    void bytesAreNearTheirWeights() {
        var model = model(Cnn1d.Form.standard(1, 3));
        var after = Quantised.of(model).apply(model).weights().tensors();
        var moved = 0;
        for (var before : model.weights().tensors().entrySet()) {
            var shape = before.getValue().shape();
            var width = before.getValue().values().length / (int) shape[0];
            for (var channel = 0; channel < shape[0]; channel++) {
                var from = channel * width;
                var largest = IntStream.range(from, from + width)
                        .mapToDouble(i -> Math.abs(before.getValue().values()[i]))
                        .max()
                        .orElseThrow();
                var isBytes = before.getKey().endsWith(".weight") && shape.length > 1;
                for (var i = from; i < from + width; i++) {
                    var difference = Math.abs(after.get(before.getKey()).values()[i]
                            - before.getValue().values()[i]);
                    assertTrue(difference <= (isBytes ? largest / 254 * 1.0001 : 0), before.getKey());
                    moved += difference > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(moved > 10_000, "weights do become bytes");
    }

    @Test
    void theFileSaysWhatTheModelWantsToSee() throws IOException, OrtException {
        var model = model(Cnn1d.Form.standard(2, 3));
        var file = folder.resolve("model.onnx");
        OnnxFile.write(model, file);
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(file.toString())) {
            var metadata = session.getMetadata();
            assertEquals("ECG Distill", metadata.getProducerName());
            var manifest = Manifest.ofJson(metadata.getCustomMetadata().get("ecgdistill.manifest"));
            assertEquals(model.manifest().withoutTimes(), manifest);
            assertEquals(List.of("logits", "probabilities"), List.copyOf(session.getOutputNames()));
        }
    }

    /** Two runs that differ in nothing but when they were made and how long they took. */
    @Test
    void equalRunsGiveTheSameBytes() {
        var model = model(Cnn1d.Form.standard(1, 1));
        var was = model.manifest();
        var later = Provenance.of("2027-02-02T02:02:02Z", Map.of()).withTraining(Map.of(), 1, List.of(), 77.7);
        var again = new TrainedModel(
                new Manifest(was.name(), was.architecture(), was.input(), was.target(), was.classes(), later),
                model.weights());
        assertArrayEquals(OnnxFile.bytes(model), OnnxFile.bytes(again));
    }

    @Test
    void aTeacherIsRefused() {
        var message = assertThrows(
                        ModelException.class,
                        () -> OnnxFile.write(model(Net1d.Form.small(1, 1)), folder.resolve("model.onnx")))
                .getMessage();
        assertTrue(message.contains("Only students"), message);
    }

    private static void compare(TrainedModel model, Path file, double tolerance) throws OrtException {
        var manifest = model.manifest();
        var leads = manifest.input().leads().size();
        var inputs = inputs(leads);
        var expected = model.run(inputs, Processor.CPU, 1, Progress.NONE).outputs();
        var flat = FloatBuffer.allocate(ROWS * leads * SAMPLES);
        for (var row : inputs) {
            flat.put(row);
        }
        flat.rewind();
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(file.toString());
                var input = OnnxTensor.createTensor(environment, flat, new long[] {ROWS, leads, SAMPLES});
                var result = session.run(Map.of("signal", input))) {
            var logits = (float[][]) result.get("logits").orElseThrow().getValue();
            var probabilities =
                    (float[][]) result.get("probabilities").orElseThrow().getValue();
            for (var row = 0; row < ROWS; row++) {
                var own = TrainedModel.probabilities(expected[row]);
                for (var i = 0; i < expected[row].length; i++) {
                    var name = manifest.architecture().type() + " row " + row;
                    assertEquals(
                            expected[row][i], logits[row][i], tolerance * Math.max(1, Math.abs(logits[row][i])), name);
                    assertEquals(own[expected[row].length == 1 ? 1 : i], probabilities[row][i], tolerance, name);
                }
            }
        }
    }

    private static List<NetworkForm> forms() {
        return List.of(
                ResNet1d.Form.standard(1, 1),
                new ResNet1d.Form(2, 3, List.of(4, 6), 1).withBottleneck(5),
                Cnn1d.Form.standard(1, 1),
                Cnn1d.Form.standard(3, 4).withBottleneck(6),
                Vit1d.Form.standard(1, SAMPLES, 1),
                Vit1d.Form.standard(2, SAMPLES, 3).withBottleneck(6));
    }

    /** At random, running statistics and constants too: those of a fresh network would hide what is left out. */
    private static TrainedModel model(NetworkForm form) {
        var architecture = Architecture.of(form);
        var random = new SplittableRandom(3);
        var tensors = new java.util.LinkedHashMap<String, Tensor>();
        Weights.random(architecture.network(), 1).tensors().forEach((name, tensor) -> {
            var values = tensor.values().clone();
            for (var i = 0; i < values.length; i++) {
                values[i] += tensor.shape().length > 1 ? 0 : (float) random.nextDouble(0.05, 0.5);
            }
            tensors.put(name, new Tensor(values, tensor.shape()));
        });
        var logits = architecture.logits();
        var leads = Math.max(1, form.leads());
        return new TrainedModel(
                new Manifest(
                        "model",
                        architecture,
                        InputForm.exactly(
                                IntStream.range(0, leads).mapToObj(i -> "L" + i).toList(),
                                360,
                                SAMPLES,
                                InputScaling.Z_SCORE),
                        "Class",
                        logits == 1
                                ? List.of("a", "b")
                                : IntStream.range(0, logits)
                                        .mapToObj(i -> "c" + i)
                                        .toList(),
                        Provenance.of("2026-01-01T00:00:00Z", Map.of()).withTraining(Map.of(), 1, List.of(), 1)),
                new Weights(tensors));
    }

    private static float[][] inputs(int leads) {
        var random = new SplittableRandom(8);
        var inputs = new float[ROWS][leads * SAMPLES];
        for (var row : inputs) {
            for (var i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return inputs;
    }
}
