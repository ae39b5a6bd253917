package org.ecgdistill.model.pretrained;

import static org.ecgdistill.model.onnx.OnnxFiles.FLOAT;
import static org.ecgdistill.model.onnx.OnnxFiles.operator;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.InputUnit;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.model.OutputKind;
import org.ecgdistill.model.onnx.OnnxFiles;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

    @TempDir
    private Path folder;

    private static OnnxModel mean() {
        return OnnxSource.of(OnnxFiles.mean().bytes())
                .builder()
                .name("Mean")
                .rate(100)
                .scaling(InputScaling.RANKS)
                .unit(InputUnit.MICROVOLT)
                .classes(List.of("a", "b"))
                .trainedOn("PTB-XL", Exposure.UNSEEN)
                .made("2026-12-01T00:00:00Z", Map.of("ECG Distill", "0.1.0"))
                .build();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var model = mean();
        var file = folder.resolve("model.zip");
        model.write(file);
        assertEquals(model, EcgModel.read(file));
        assertEquals(
                Exposure.UNSEEN, EcgModel.read(file).manifest().provenance().exposure());
        var first = Files.readAllBytes(file);
        model.write(file);
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    /** A file whose description and network do not belong together. */
    @Test
    void aChangedDescriptionIsRefused() throws IOException {
        for (var change : Map.of(
                        "\"parameters\": 0", "\"parameters\": 1",
                        "\"input\": \"ecg\"", "\"input\": \"signal\"",
                        "\"output\": \"y\"", "\"output\": \"z\"",
                        "\"batch\": 0", "\"batch\": 2",
                        "\"classes\": 1,", "\"classes\": 2,",
                        "\"embedding\": \"\"", "\"embedding\": \"z\"")
                .entrySet()) {
            assertSentence(
                    "does not belong to its network",
                    () -> EcgModel.read(rewritten(change.getKey(), change.getValue())));
        }
        assertSentence("samples", () -> EcgModel.read(rewritten("\"samples\": 10", "\"samples\": 0")));
        assertSentence("must not be negative", () -> EcgModel.read(rewritten("\"bytes\": ", "\"bytes\": -")));
        assertSentence("OUTPUTS", () -> EcgModel.read(rewritten("\"LOGITS\"", "\"OUTPUTS\"")));
        assertSentence("lacks network.onnx", () -> EcgModel.read(rewritten("", "", "other.onnx")));
    }

    private Path rewritten(String from, String to) throws IOException {
        return rewritten(from, to, "network.onnx");
    }

    private Path rewritten(String from, String to, String network) throws IOException {
        var file = folder.resolve("model.zip");
        mean().write(file);
        var changed = folder.resolve("changed.zip");
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            var json =
                    new String(in.getInputStream(in.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(json.contains(from), json);
            out.putNextEntry(new ZipEntry("manifest.json"));
            out.write(json.replace(from, to).getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(network));
            out.write(in.getInputStream(in.getEntry("network.onnx")).readAllBytes());
        }
        return changed;
    }

    @Test
    void cutAtAnyPlaceItIsRefused() throws IOException {
        var file = folder.resolve("model.zip");
        mean().write(file);
        var bytes = Files.readAllBytes(file);
        for (var length = 0; length < bytes.length; length += 1 + bytes.length / 37) {
            var cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, length));
            assertSentence("cut.zip", () -> EcgModel.read(cut));
        }
    }

    /** A loop that would take hours: it stops soon after it is no longer wanted. */
    @Test
    void aRunningNetworkIsStopped() throws InterruptedException {
        var model = OnnxSource.of(OnnxFiles.endless().bytes())
                .builder()
                .rate(100)
                .classes(List.of("a", "b"))
                .build();
        for (var isInterrupted : new boolean[] {false, true}) {
            var began = System.nanoTime();
            var asked = new long[1];
            assertThrows(
                    CancellationException.class,
                    () -> model.run(new float[3][10], Processor.CPU, 2, (fraction, message) -> {
                        if (System.nanoTime() - began > 1_000_000_000) {
                            asked[0] = asked[0] == 0 ? System.nanoTime() : asked[0];
                            if (!isInterrupted) {
                                throw new CancellationException();
                            }
                            Thread.currentThread().interrupt();
                        }
                    }));
            assertTrue(System.nanoTime() - asked[0] < 1_000_000_000, "stopped within a second");
            assertEquals(isInterrupted, Thread.interrupted());
        }
        var began = System.nanoTime();
        assertThrows(
                CancellationException.class,
                () -> model.latency(new float[10], (fraction, message) -> {
                    if (System.nanoTime() - began > 500_000_000) {
                        throw new CancellationException();
                    }
                }));
        assertTrue(System.nanoTime() - began < 1_500_000_000, "the measurement of its time too");
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("ECG Distill ONNX")) {
                thread.join(5000);
                assertFalse(thread.isAlive(), "nothing computes any more");
            }
        }
    }

    @Test
    void theTimeOfAWindowIsMeasured() {
        var milliseconds = mean().latency(new float[10], Progress.NONE);
        assertTrue(milliseconds > 0 && milliseconds < 1000, milliseconds + " ms");
        var unknown = OnnxSource.of(OnnxFiles.of(13)
                        .input("ecg", FLOAT, "rows", 1L, 10L)
                        .add(operator("Wavelet", "").input("ecg").output("y"))
                        .output("y", FLOAT, "rows", 1L)
                        .bytes())
                .builder()
                .rate(100)
                .classes(List.of("a", "b"))
                .build();
        assertSentence("Wavelet", () -> unknown.latency(new float[10], Progress.NONE));
    }

    @Test
    void probabilitiesBecomeLogits() {
        var file = OnnxFiles.of(13)
                .input("ecg", FLOAT, "n", 1L, 3L)
                .add(operator("ReduceSum", "")
                        .input("ecg")
                        .output("y")
                        .number("keepdims", 0)
                        .input("axes"))
                .whole("axes", 1)
                .output("y", FLOAT, "n", 3L)
                .bytes();
        var builder = OnnxSource.of(file)
                .builder()
                .rate(100)
                .classes(List.of("a", "b", "c"))
                .kind(OutputKind.PROBABILITIES);
        var inputs = new float[][] {{0.2f, 0.3f, 0.5f}, {0, 0, 1}, {-0.00001f, 1.00001f, 0}};
        var one = builder.build();
        var logits = one.run(inputs, Processor.CPU, 1, Progress.NONE).outputs();
        assertFalse(one.manifest().hasSeveralLabels());
        assertArrayEquals(new double[] {.2, .3, .5}, one.manifest().probabilities(logits[0]), 1e-6);
        assertArrayEquals(new double[] {0, 0, 1}, one.manifest().probabilities(logits[1]), 1e-6);
        assertTrue(Stream.of(logits).allMatch(row -> row[0] > -17 && Float.isFinite(row[1])));
        var several = builder.severalLabels(true).build();
        assertTrue(several.manifest().hasSeveralLabels());
        var apart = several.run(new float[][] {{.9f, .8f, 0}}, Processor.CPU, 1, Progress.NONE)
                .outputs();
        assertArrayEquals(new double[] {.9, .8, 0}, several.manifest().probabilities(apart[0]), 1e-6);
        assertSentence(
                "Choose that it gives logits",
                () -> one.run(new float[][] {{5, 0, 0}}, Processor.CPU, 1, Progress.NONE));
        assertSentence("has 4 numbers", () -> one.run(new float[][] {{5, 0, 0, 0}}, Processor.CPU, 1, Progress.NONE));
    }

    /**
     * Twelve leads, µV, several labels. The logits are those of
     *
     * <pre>
     * k = numpy.arange(1000)
     * x = numpy.array([numpy.sin(2*numpy.pi*k*(l+1)/100)*(l+1)/10 + numpy.cos(2*numpy.pi*k/37)/5 for l in range(12)])
     * onnxruntime.InferenceSession(file).run(None, {"arg0": (1000*x).astype(numpy.float32)[None]})   # 1.32
     * </pre>
     */
    @Test
    @Tag("data")
    void xceptionTimeGivesWhatItGivesInPython() throws IOException {
        var source = OnnxSource.read(Shared.data("models").resolve("xceptiontime-ptbxl-superclasses.onnx"));
        assertEquals(InputUnit.MICROVOLT, source.unit());
        assertEquals("aVR", source.leads().get(3));
        assertEquals(403_000, source.parameters(), 2000);
        var model = source.builder().rate(100).severalLabels(true).build();
        assertEquals(List.of("CD", "HYP", "MI", "STTC"), model.manifest().classes());
        var signals = new double[12][1000];
        for (var lead = 0; lead < 12; lead++) {
            for (var k = 0; k < 1000; k++) {
                signals[lead][k] = Math.sin(2 * Math.PI * k * (lead + 1) / 100) * (lead + 1) / 10
                        + Math.cos(2 * Math.PI * k / 37) / 5;
            }
        }
        var input = model.manifest().input().prepare("Row1", signals, 100);
        var outputs = model.run(new float[][] {input, input, input}, Processor.CPU, 2, Progress.NONE)
                .outputs();
        for (var row : outputs) {
            assertArrayEquals(new float[] {3.0341158f, 1.3169409f, 0.64533561f, 0.47532925f}, row, 1e-4f);
        }
        assertEquals(1 / (1 + Math.exp(-1.3169409)), model.manifest().probabilities(outputs[0])[1], 1e-5);
        assertEquals(model.manifest(), Manifest.ofJson(model.manifest().toJson()));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(ModelException.class, action).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
