package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.signal.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFileTest {

    @TempDir
    Path folder;

    @Test
    void modifiers() throws IOException {
        var words = WfdbFiles.annotations(
                1, 10, // N at 10
                62, 1, // channel 1, from here on
                60, 7, // number 7, from here on
                61, 255, // subtype -1, of this one only
                5, 20, // V at 30
                0, 100, // 100 samples pass
                8, 5, // A at 135
                62, 0, 60, 0, 0, 0);
        assertEquals(
                List.of(
                        new Annotation(10, "N", -1, 1, 7, ""),
                        new Annotation(30, "V", 0, 1, 7, ""),
                        new Annotation(135, "A", 0, 0, 0, "")),
                read(words));
    }

    @Test
    void longIntervalsAddUpBeyondThirtyTwoBits() throws IOException {
        // 59 is followed by 32 bits, the upper half first.
        var words = WfdbFiles.annotations(59, 0, 31, 0x3FF, 63, 0x3FF, 59, 0, 31, 0x3FF, 63, 0x3FF, 1, 3, 0, 0);
        assertEquals(List.of(Annotation.beat(2L * Integer.MAX_VALUE + 3, "N")), read(words));
    }

    @Test
    void aNegativeIntervalGoesBack() throws IOException {
        var words = WfdbFiles.annotations(1, 100, 59, 0, 63, 0x3FF, 63, 0x3FF - 9, 5, 0, 0, 0);
        assertEquals(List.of(Annotation.beat(100, "N"), Annotation.beat(90, "V")), read(words));
    }

    @Test
    void textOfOddLengthAndWithNul() throws IOException {
        var words = concat(
                WfdbFiles.annotations(28, 5, 63, 3),
                text("(N\0\0"),
                WfdbFiles.annotations(28, 5, 63, 4),
                text("(AFI"),
                WfdbFiles.annotations(0, 0));
        assertEquals(
                List.of(new Annotation(5, "+", 0, 0, 0, "(N"), new Annotation(10, "+", 0, 0, 0, "(AFI")), read(words));
    }

    @Test
    void resolutionAndOwnSymbols() throws IOException {
        var words = concat(
                WfdbFiles.annotations(22, 0, 63, 24),
                text("## time resolution: 1000"),
                WfdbFiles.annotations(22, 0, 63, 30),
                text("## annotation type definitions"),
                WfdbFiles.annotations(22, 0, 63, 8),
                text("42 $ pac"),
                WfdbFiles.annotations(22, 0, 63, 22),
                text("## end of definitions "),
                WfdbFiles.annotations(42, 500, 43, 500, 0, 0));
        var annotations = Annotations.read(Files.write(folder.resolve("rec.qrs"), words));
        assertEquals(1000, annotations.resolution().orElseThrow());
        assertEquals(
                List.of("$", "[43]"),
                annotations.stream().map(Annotation::symbol).toList());
        assertEquals(
                List.of(500L, 1000L),
                annotations.stream().map(Annotation::sample).toList());

        WfdbFiles.header(folder, "rec", "rec 0 250 1000");
        var record = Wfdb.open(folder.resolve("rec"), new WfdbOptions(SamplesPerFrame.EXPANDED, "qrs"));
        assertEquals(
                List.of(125L, 250L),
                record.annotations().stream().map(Annotation::sample).toList());
        assertEquals(List.of(), Wfdb.open(folder.resolve("rec")).annotations(), "there is no file of annotator atr");
    }

    @Test
    void everySymbolOfTheManual() throws IOException {
        var symbols = "N L R a V F J A S E j / Q ~".split(" ");
        for (var i = 0; i < symbols.length; i++) {
            assertEquals(
                    symbols[i],
                    read(WfdbFiles.annotations(i + 1, 1, 0, 0)).get(0).symbol());
        }
        var later =
                "16 | 18 s 19 T 20 * 21 D 22 \" 23 = 24 p 25 B 26 ^ 27 t 28 + 29 u 30 ? 31 ! 32 [ 33 ] 34 e 35 n 36 @"
                        + " 37 x 38 f 39 ( 40 ) 41 r";
        var words = later.split(" ");
        for (var i = 0; i < words.length; i += 2) {
            var code = Integer.parseInt(words[i]);
            assertEquals(
                    words[i + 1],
                    read(WfdbFiles.annotations(code, 1, 0, 0)).get(0).symbol());
        }
    }

    @Test
    void cutInMidWord() throws IOException {
        var whole = concat(
                WfdbFiles.annotations(1, 10, 59, 0, 0, 1, 0, 2, 28, 5, 63, 4),
                text("(AFI"),
                WfdbFiles.annotations(0, 0));
        // Where each cut falls: after a whole annotation the file can still be read.
        for (var length : List.of(1, 3, 5, 7, 9, 11, 13, 14, 15)) {
            var file = Files.write(folder.resolve("cut.atr"), Arrays.copyOf(whole, length));
            var message = assertThrows(RecordingException.class, () -> Annotations.read(file), "cut at " + length)
                    .getMessage();
            assertTrue(
                    message.contains("cut.atr") && message.contains("byte") && message.contains("expected"), message);
        }
        for (var length : List.of(0, 2, 8, 10, 16)) {
            var file = Files.write(folder.resolve("cut.atr"), Arrays.copyOf(whole, length));
            assertDoesNotThrow(() -> Annotations.read(file), "cut at " + length);
        }
    }

    private List<Annotation> read(byte[] bytes) throws IOException {
        return Annotations.read(Files.write(folder.resolve("rec.atr"), bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var whole = new byte[length];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
