package org.ecgdistill.model.pretrained;

import static org.ecgdistill.model.onnx.OnnxFiles.FLOAT;
import static org.ecgdistill.model.onnx.OnnxFiles.INT64;
import static org.ecgdistill.model.onnx.OnnxFiles.operator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputUnit;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.OutputKind;
import org.ecgdistill.model.onnx.OnnxFile;
import org.ecgdistill.model.onnx.OnnxFiles;
import org.ecgdistill.nn.Processor;
import org.junit.jupiter.api.Test;

/** Files made by hand: what they say is read, and what cannot be used is refused in a sentence. */
class OnnxSourceTest {

    @Test
    void whatAFileSaysIsTheBeginning() {
        var source = OnnxSource.of(OnnxFiles.mean()
                .metadata("Class_Names", "['normal', \"don't know\"]")
                .metadata("fs", "500 Hz")
                .metadata("unit", "uV")
                .bytes());
        assertEquals(OptionalInt.of(1), source.leadCount());
        assertEquals(OptionalInt.of(10), source.samples());
        assertEquals(OptionalInt.empty(), source.batch());
        assertEquals(List.of(InputForm.ANY), source.leads());
        assertEquals(OptionalDouble.of(500), source.rate());
        assertEquals(InputUnit.MICROVOLT, source.unit());
        assertEquals(List.of("normal", "don't know"), source.classes(source.likelyOutput()));
        assertEquals(OutputKind.LOGITS, source.likelyKind(source.likelyOutput()));
        var model = source.builder().build();
        assertTrue(model.manifest().isSingleLogit());
        var outputs = model.run(new float[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}, Processor.CPU, 1, Progress.NONE)
                .outputs();
        assertEquals(5.5f, outputs[0][0]);
    }

    @Test
    void listsAreReadAsProgramsWriteThem() {
        for (var text : List.of(
                "a,b",
                "[a, b]",
                "['a', 'b']",
                "[\"a\",\"b\"]",
                "{0: 'a', 1: 'b'}",
                "{\"0\": \"a\", \"1\": \"b\"}",
                "0: a, 1: b")) {
            assertEquals(List.of("a", "b"), OnnxMetadata.list(text), text);
        }
        for (var text : List.of("", "a,,b", "a,a", "[]", "['', 'b']")) {
            assertEquals(List.of(), OnnxMetadata.list(text), text);
        }
    }

    /** A rate, a list or a unit that is not understood is as good as missing. */
    @Test
    void nothingIsGuessed() {
        var source = OnnxSource.of(OnnxFiles.mean()
                .metadata("fs", "fast")
                .metadata("classes", "a, b, c")
                .metadata("channels", "1")
                .metadata("scale", "0.5")
                .bytes());
        assertEquals(OptionalDouble.empty(), source.rate());
        assertEquals(List.of(InputForm.ANY), source.leads());
        assertEquals(List.of(), source.classes(source.likelyOutput()));
        assertEquals(InputUnit.MILLIVOLT, source.unit());
        assertSentence(
                "sampling rate",
                () -> source.builder().classes(List.of("a", "b")).build());
        assertSentence(
                "does not name the classes", () -> source.builder().rate(100).build());
        assertSentence(
                "3 classes",
                () -> source.builder().rate(100).classes(List.of("a", "b", "c")).build());
        assertSentence(
                "1 class is listed (a)",
                () -> source.builder().rate(100).classes(List.of("a")).build());
        assertSentence(
                "2 are named",
                () -> source.builder().rate(100).leads(List.of("I", "II")).build());
        assertSentence(
                "10 samples", () -> source.builder().rate(100).samples(11).build());
        assertSentence("no output \"z\"", () -> source.builder().output("z"));
    }

    @Test
    void theOnnxWritersFilesDescribeThemselves() {
        var student = OnnxFiles.student();
        var model = OnnxSource.of(OnnxFile.bytes(student)).builder().build();
        assertEquals(student.manifest().input(), model.manifest().input());
        assertEquals(student.manifest().classes(), model.manifest().classes());
        assertEquals("Rhythm", model.manifest().target());
        assertEquals("Student", model.manifest().name());
        assertEquals("logits", model.form().output());
        assertEquals(
                student.manifest().architecture().network().parameters(),
                model.form().parameters() - 2L * (16 + 32 + 64),
                "the means and deviations of the normalisations are not trained");
        var inputs = new float[3][128];
        inputs[1][5] = 1;
        var expected = student.run(inputs, Processor.CPU, 1, Progress.NONE).outputs();
        var found = model.run(inputs, Processor.CPU, 2, Progress.NONE).outputs();
        for (var row = 0; row < 3; row++) {
            assertEquals(expected[row][0], found[row][0], 2e-5);
        }
        var origin = student.manifest().provenance().withTrainingElsewhere("PTB-XL", Exposure.SEEN);
        var known = OnnxSource.of(OnnxFile.bytes(OnnxFiles.student(origin)))
                .builder()
                .build()
                .manifest();
        assertEquals("PTB-XL", known.provenance().trainedOn());
        assertEquals(Exposure.UNKNOWN, known.provenance().exposure(), "other rows may be at hand");
        var probabilities = OnnxSource.of(OnnxFile.bytes(student))
                .builder()
                .output("probabilities")
                .build();
        assertEquals(OutputKind.PROBABILITIES, probabilities.form().kind());
        var others = probabilities.run(inputs, Processor.CPU, 1, Progress.NONE).outputs();
        assertEquals(expected[1][0], others[1][0], 2e-5);
    }

    /** As exporters name outputs, and with the operators that they end with. */
    @Test
    void whatAnOutputGivesIsRecognised() {
        var expected = Map.of(
                "y Softmax", OutputKind.PROBABILITIES,
                "y Sigmoid", OutputKind.PROBABILITIES,
                "y LogSoftmax", OutputKind.LOGITS,
                "log_probs LogSoftmax", OutputKind.LOGITS,
                "probs Identity", OutputKind.PROBABILITIES,
                "cardiology_probs Identity", OutputKind.PROBABILITIES,
                "logits Identity", OutputKind.LOGITS);
        expected.forEach((output, kind) -> {
            var name = output.split(" ")[0];
            var source = OnnxSource.of(OnnxFiles.of(13)
                    .input("ecg", FLOAT, "rows", 1L, 10L)
                    .add(operator("ReduceMean", "")
                            .input("ecg")
                            .output("m")
                            .list("axes", 2)
                            .number("keepdims", 0))
                    .add(operator(output.split(" ")[1], "").input("m").output(name))
                    .output(name, FLOAT, "rows", 2L)
                    .metadata("names", "my network")
                    .bytes());
            assertEquals(kind, source.likelyKind(source.likelyOutput()), output);
            assertEquals(List.of(), source.classes(source.likelyOutput()));
        });
    }

    @Test
    void axesMayBeOpen() {
        var source = OnnxSource.of(OnnxFiles.of(13)
                .input("ecg", FLOAT, "n", "leads", "samples")
                .add(operator("ReduceMean", "")
                        .input("ecg")
                        .output("y")
                        .list("axes", 2)
                        .number("keepdims", 0))
                .output("y", FLOAT, "n", "leads")
                .bytes());
        assertEquals(List.of(), source.leads());
        var builder = source.builder().rate(250).classes(List.of("a", "b", "c")).leads(List.of("I", "II", "III"));
        assertSentence("Set the length", builder::build);
        var model = builder.samples(2).build();
        var outputs = model.run(new float[][] {{1, 2, 3, 5, 0, 1}}, Processor.CPU, 1, Progress.NONE)
                .outputs();
        assertEquals(List.of(1.5f, 4f, .5f), List.of(outputs[0][0], outputs[0][1], outputs[0][2]));
        var wrong = source.builder()
                .rate(250)
                .samples(2)
                .leads(List.of("I", "II", "III"))
                .classes(List.of("a", "b"))
                .build();
        assertSentence("3 numbers", () -> wrong.run(new float[1][6], Processor.CPU, 1, Progress.NONE));
    }

    /** What only shows when the network is run. */
    @Test
    void sizesThatShowLateAreBoundedToo() {
        var many = OnnxSource.of(OnnxFiles.of(13)
                        .input("ecg", FLOAT, 50_000_000L, 1L, "samples")
                        .add(operator("ReduceMean", "")
                                .input("ecg")
                                .output("y")
                                .list("axes", 2)
                                .number("keepdims", 0))
                        .output("y", FLOAT, 50_000_000L, 1L)
                        .bytes())
                .builder()
                .rate(100)
                .samples(100)
                .classes(List.of("a", "b"));
        assertSentence("50,000,000 rows of 100 samples at once", many::build);
        var wide = OnnxSource.of(OnnxFiles.of(13)
                        .whole("width", 200_000)
                        .input("ecg", FLOAT, "rows", 1L, 10L)
                        .add(operator("ReduceMean", "")
                                .input("ecg")
                                .output("m")
                                .list("axes", 2)
                                .number("keepdims", 0))
                        .add(operator("Expand", "").input("m").input("width").output("y"))
                        .output("y", FLOAT, "rows", "classes")
                        .bytes())
                .builder()
                .rate(100)
                .classes(List.of("a", "b"))
                .build();
        assertSentence("has [2, 200000]", () -> wide.run(new float[2][10], Processor.CPU, 1, Progress.NONE));
        // More than any processor can address.
        var huge = OnnxSource.of(OnnxFiles.zeros(1L << 50).bytes())
                .builder()
                .rate(100)
                .classes(List.of("a", "b"))
                .build();
        assertSentence("more memory", () -> huge.run(new float[1][10], Processor.CPU, 1, Progress.NONE));
    }

    /** Three rows at once, whatever the number of rows. */
    @Test
    void aFixedNumberOfRowsIsHonoured() {
        var model = OnnxSource.of(OnnxFiles.of(13)
                        .input("ecg", FLOAT, 3L, 1L, 2L)
                        .add(operator("ReduceMean", "")
                                .input("ecg")
                                .output("y")
                                .list("axes", 2)
                                .number("keepdims", 0))
                        .output("y", FLOAT, 3L, 1L)
                        .bytes())
                .builder()
                .rate(250)
                .classes(List.of("a", "b"))
                .build();
        for (var rows = 0; rows < 8; rows++) {
            var inputs = new float[rows][2];
            for (var row = 0; row < rows; row++) {
                inputs[row][0] = 2 * row;
            }
            var outputs = model.run(inputs, Processor.CPU, 2, Progress.NONE).outputs();
            for (var row = 0; row < rows; row++) {
                assertEquals(row, outputs[row][0]);
            }
        }
    }

    @Test
    void otherShapesAndTypesAreRefusedWithWhatWasFound() {
        var mean = operator("ReduceMean", "")
                .input("ecg")
                .output("y")
                .list("axes", 2)
                .number("keepdims", 0);
        assertRefused(
                "\"ecg\" (float32 [rows, 3, 32, 32])",
                OnnxFiles.of(13)
                        .input("ecg", FLOAT, "rows", 3L, 32L, 32L)
                        .add(mean)
                        .output("y", FLOAT, "rows", 2L));
        assertRefused(
                "\"ecg\" (int64 [rows, 1, 10])",
                OnnxFiles.of(13).input("ecg", INT64, "rows", 1L, 10L).add(mean).output("y", FLOAT, "rows", 2L));
        assertRefused("takes nothing", OnnxFiles.of(13).add(mean).output("y", FLOAT, "rows", 2L));
        assertRefused(
                "\"age\"",
                OnnxFiles.of(13)
                        .input("ecg", FLOAT, "rows", 1L, 10L)
                        .input("age", FLOAT, "rows")
                        .add(mean)
                        .output("y", FLOAT, "rows", 2L));
        assertRefused(
                "\"y\" (float32 [rows, 4, 10])",
                OnnxFiles.of(13).input("ecg", FLOAT, "rows", 1L, 10L).add(mean).output("y", FLOAT, "rows", 4L, 10L));
        assertRefused(
                "\"y\" (int64 [rows, 1])",
                OnnxFiles.of(13).input("ecg", FLOAT, "rows", 1L, 10L).add(mean).output("y", INT64, "rows", 1L));
        assertRefused(
                "at most 256 leads",
                OnnxFiles.of(13)
                        .input("ecg", FLOAT, "rows", 5000L, 12L)
                        .add(mean)
                        .output("y", FLOAT, "rows", 1L));
        assertRefused(
                "100,000,000 samples",
                OnnxFiles.of(13)
                        .input("ecg", FLOAT, 1000L, 12L, 5_000_000_000L)
                        .add(mean)
                        .output("y", FLOAT, 1000L, 1L));
    }

    @Test
    void whatTheRuntimeDoesNotKnowIsRefused() {
        assertRefused("opset", OnnxFiles.mean().operators("", 22));
        assertRefused("version 11 of the ONNX format", OnnxFiles.mean().format(11));
        assertRefused(
                "\"Wavelet of my.company\"",
                OnnxFiles.mean()
                        .add(operator("Wavelet", "my.company").input("y").output("z")));
        assertRefused(
                "EPContext",
                OnnxFiles.mean()
                        .add(operator("EPContext", "com.microsoft").input("y").output("z")));
        assertRefused(
                "\"Wavelet of my.company\"",
                OnnxFiles.mean()
                        .add(operator("Loop", "")
                                .input("")
                                .input("")
                                .output("z")
                                .graph("body", operator("Wavelet", "my.company").output("w"), "w")));
        assertRefused(
                "contains itself",
                OnnxFiles.mean()
                        .function("f", "A", operator("B", "f").input("a").output("b"))
                        .function("f", "B", operator("A", "f").input("a").output("b"))
                        .add(operator("A", "f").input("y").output("z")));
        // ONNX Runtime would take one of them for both.
        assertRefused(
                "several functions \"A of f\"",
                OnnxFiles.mean()
                        .overloaded(
                                "f",
                                "A",
                                "first",
                                operator("Relu", "").input("a").output("b"))
                        .overloaded(
                                "f",
                                "A",
                                "second",
                                operator("Neg", "").input("a").output("b")));
        var doubling = OnnxFiles.mean()
                .function("f", "F0", operator("Relu", "").input("a").output("b"));
        for (var i = 1; i < 40; i++) {
            var previous = operator("F" + (i - 1), "f").input("a").output("b");
            doubling.function("f", "F" + i, previous, previous);
        }
        assertRefused(
                "1,000,000 operators",
                doubling.add(operator("F39", "f").input("y").output("z")));
        // The runtime itself refuses an operator of the usual domain that it does not know.
        var unknown = OnnxSource.of(OnnxFiles.of(13)
                        .input("ecg", FLOAT, "rows", 1L, 10L)
                        .add(operator("Wavelet", "").input("ecg").output("y"))
                        .output("y", FLOAT, "rows", 1L)
                        .bytes())
                .builder()
                .rate(100)
                .classes(List.of("a", "b"))
                .build();
        assertSentence("Wavelet", () -> unknown.run(new float[1][10], Processor.CPU, 1, Progress.NONE));
    }

    /** No path is followed, and no size is believed. */
    @Test
    void nothingInAFileIsTrusted() {
        assertRefused("another file", OnnxFiles.mean().external("w", "/etc/passwd"));
        assertRefused("should have 1,000,000 numbers", OnnxFiles.mean().array("w", 16, 1000, 1000));
        assertRefused("impossible shape", OnnxFiles.mean().array("w", 16, 1L << 40, 1L << 40));
        assertRefused("impossible shape", OnnxFiles.mean().array("w", 16, -4));
        assertEquals(
                4, OnnxSource.of(OnnxFiles.mean().array("w", 16, 2, 2).bytes()).parameters());
        assertSentence("nested", () -> OnnxSource.of(OnnxFiles.nested(150)));
        // Very many fields of two bytes each.
        var fields = new byte[12_000_000];
        for (var i = 0; i < fields.length; i += 2) {
            fields[i] = 0x18;
        }
        assertSentence("5,000,000 fields", () -> OnnxSource.of(fields));
        for (var text : List.of("", "PK", "<html>", "no network", "\u0008\u0008")) {
            assertSentence("not an ONNX file", () -> OnnxSource.of(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void assertRefused(String part, OnnxFiles file) {
        var bytes = file.bytes();
        assertSentence(part, () -> OnnxSource.of(bytes));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(ModelException.class, action).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
