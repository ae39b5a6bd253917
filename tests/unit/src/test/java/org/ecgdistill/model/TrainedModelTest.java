package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.EncodedNetwork;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.hybrid.Scaling;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Safetensors;
import org.ecgdistill.nn.checkpoint.WeightLimits;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {

    @TempDir
    private Path folder;

    @Test
    void saysTheSameBitsAfterAFile() throws IOException {
        for (var form : List.<NetworkForm>of(
                Net1d.Form.small(1, 1),
                ResNet1d.Form.standard(1, 1),
                Cnn1d.Form.standard(1, 2),
                Vit1d.Form.standard(1, 128, 1),
                Autoencoder.Form.standard(1, 128, 6),
                vqc(QuantumDevice.EXACT),
                vqc(new QuantumDevice(QuantumDevice.Kind.STATE_VECTOR_SINGLE, NoiseModel.NONE, 100, 7)),
                vqc(new QuantumDevice(
                        QuantumDevice.Kind.DENSITY_MATRIX, new NoiseModel(0.01, 0.02, 0.03, 0.01, 0.02, 0.03), 0, 7)),
                EncodedNetwork.Twin.of(vqc(QuantumDevice.EXACT)),
                EncodedNetwork.Linear.of(vqc(QuantumDevice.EXACT)),
                new QuantumAttention.Form(
                        1, 128, 1, new QuantumAttention.Size(16, 4, 2, 1, "pairwise_ring"), QuantumDevice.EXACT))) {
            var model = model(form);
            var file = folder.resolve("model.zip");
            model.write(file);
            var read = EcgModel.read(file);
            assertEquals(model, read);
            var inputs = inputs();
            var expected = model.run(inputs, Processor.CPU, 2, Progress.NONE).outputs();
            var found = read.run(inputs, Processor.CPU, 1, Progress.NONE).outputs();
            for (var row = 0; row < inputs.length; row++) {
                assertArrayEquals(expected[row], found[row]);
            }
        }
    }

    private static EncodedNetwork.Vqc vqc(QuantumDevice device) {
        return new EncodedNetwork.Vqc(
                Autoencoder.Form.standard(1, 128, 6),
                new CircuitHead.Form(CircuitDesign.paper(), Scaling.PI_TANH, Readout.LINEAR, 1, device));
    }

    /** A form that no circuit can be built of is refused in a sentence when the model is read. */
    @Test
    void aDamagedCircuitIsToldOf() {
        var json = model(vqc(QuantumDevice.EXACT)).manifest().toJson();
        for (var damage : List.of(
                List.of("\"shots\": 0", "\"shots\": -3", "whole number from 0"),
                List.of("\"amplitudeDamping\": 0.0", "\"amplitudeDamping\": 2.0", "choose a number from 0 to 1"))) {
            assertTrue(json.contains(damage.get(0)), json);
            var damaged = json.replace(damage.get(0), damage.get(1));
            var message = assertThrows(ModelException.class, () -> Manifest.ofJson(damaged))
                    .getMessage();
            assertTrue(message.contains(damage.get(2)), message);
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        var first = folder.resolve("a.zip");
        var second = folder.resolve("b.zip");
        model(Cnn1d.Form.standard(1, 1)).write(first);
        model(Cnn1d.Form.standard(1, 1)).write(second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    /** The weights can be read by whoever reads safetensors. */
    @Test
    void holdsAManifestAndSafetensors() throws IOException {
        var file = folder.resolve("model.zip");
        var model = model(Cnn1d.Form.standard(1, 1));
        model.write(file);
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("weights.safetensors"))) {
            assertEquals(2, zip.size());
            assertEquals(model.weights().tensors(), Safetensors.read(in, WeightLimits.of(file), Progress.NONE));
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside the model");
        }
    }

    /** Models of before there were filters say nothing of them. */
    @Test
    void aManifestWithoutAFilterMeansNone() {
        var manifest = model(Cnn1d.Form.standard(1, 1)).manifest();
        var json = manifest.toJson();
        assertTrue(json.contains("\"filter\": \"NONE\""), json);
        assertEquals(
                manifest.toJson(),
                Manifest.ofJson(json.replace("\"filter\": \"NONE\",", "")).toJson());
    }

    @Test
    void aFailedWriteLeavesTheOldModel() throws IOException {
        var file = folder.resolve("model.zip");
        model(Cnn1d.Form.standard(1, 1)).write(file);
        var before = Files.readAllBytes(file);
        var full = folder.resolve("missing/model.zip");
        assertThrows(IOException.class, () -> model(Cnn1d.Form.standard(1, 1)).write(full));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** Cut at any place, a model is refused in a sentence. */
    @Test
    void neverReadsHalfAModel() throws IOException {
        var file = folder.resolve("model.zip");
        model(Cnn1d.Form.standard(1, 1)).write(file);
        var bytes = Files.readAllBytes(file);
        for (var length = 0; length < bytes.length; length += bytes.length / 37) {
            var cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, length));
            var message =
                    assertThrows(ModelException.class, () -> EcgModel.read(cut)).getMessage();
            assertTrue(message.contains("cut.zip"), message);
        }
    }

    /** Weights of 100 MB of zeros, which a zip makes small. */
    @Test
    void refusesWhatUnpacksToManyTimesItsSize() throws IOException {
        var file = folder.resolve("model.zip");
        var header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[25000000],\"data_offsets\":[0,100000000]}}";
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(model(Cnn1d.Form.standard(1, 1)).manifest().toJson().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("weights.safetensors"));
            zip.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length())
                    .array());
            zip.write(header.getBytes(StandardCharsets.UTF_8));
            zip.write(new byte[100_000_000]);
        }
        assertSentence("times its own size", () -> EcgModel.read(file));
    }

    @Test
    void probabilitiesAddUpToOne() {
        assertTrue(TrainedModel.isAnswer(new float[] {0, -1}));
        assertFalse(TrainedModel.isAnswer(new float[] {0, Float.NaN}));
        assertFalse(TrainedModel.isAnswer(new float[] {Float.POSITIVE_INFINITY}));
        assertArrayEquals(new double[] {0.5, 0.5}, TrainedModel.probabilities(new float[] {0}));
        assertEquals(1 / (1 + Math.exp(-2)), TrainedModel.probabilities(new float[] {2})[1], 1e-12);
        var three = TrainedModel.probabilities(new float[] {1000, 1000, -1000});
        assertArrayEquals(new double[] {0.5, 0.5, 0}, three, 1e-12);
    }

    @Test
    void refusesDataOfAnotherForm() {
        var form = InputForm.exactly(List.of("II"), 360, 4, InputScaling.Z_SCORE);
        assertSentence("2 leads", () -> form.prepare("Row1", new double[2][4], 360));
        assertSentence("sampled at 500.0 Hz", () -> form.prepare("Row1", new double[1][4], 500));
        assertSentence("3 samples", () -> form.prepare("Row1", new double[1][3], 360));
        assertSentence("missing or infinite", () -> form.prepare("Row1", new double[][] {{1, 2, Double.NaN, 3}}, 360));
        var flat = form.prepare("Row1", new double[1][4], 360);
        assertArrayEquals(new float[4], flat, "a flat signal stays flat");
        var scaled = form.prepare("Row1", new double[][] {{1, 3, 1, 3}}, 360.0001);
        assertArrayEquals(new float[] {-1, 1, -1, 1}, scaled, 1e-6f);
    }

    private static TrainedModel model(NetworkForm form) {
        var architecture = Architecture.of(form);
        return new TrainedModel(TestManifests.student(architecture), Weights.random(architecture.network(), 5));
    }

    private static float[][] inputs() {
        var random = new SplittableRandom(3);
        var inputs = new float[10][128];
        for (var row : inputs) {
            for (var i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return inputs;
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(ModelException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
