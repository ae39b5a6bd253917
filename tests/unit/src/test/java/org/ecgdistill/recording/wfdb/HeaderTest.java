package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.ecgdistill.recording.RecordingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    void everyField() {
        var header = parse("""
                # before
                rec 2 250.5/1000(12.5) 5000 09:10:11.25 24/12/1999
                rec.dat 212x3:2+24 100.5(-7)/uV 12 3 -17 -22131 512 lead II, chest
                # between

                rec.dat 212 200/mmHg
                # after\r
                """);
        assertEquals("rec", header.name());
        assertEquals(250.5, header.rate());
        assertEquals(5000, header.frames());
        assertEquals(List.of("before", "between", "after"), header.comments());
        assertEquals(
                new HeaderSignal(
                        "rec.dat",
                        new StorageField(212, 3, 2, 24),
                        new ScaleField(100.5, -7, "uV"),
                        OptionalInt.of(-17),
                        OptionalInt.of(-22131),
                        "lead II, chest"),
                header.signals().get(0));
        assertEquals(
                new HeaderSignal(
                        "rec.dat",
                        new StorageField(212, 1, 0, 0),
                        new ScaleField(200, 0, "mmHg"),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        "signal 2"),
                header.signals().get(1));
    }

    @Test
    void leastFields() {
        var header = parse("rec 1\nrec.dat 16\n");
        assertEquals(Header.DEFAULT_RATE, header.rate());
        assertEquals(0, header.frames());
        var scale = header.signals().get(0).scale();
        assertEquals(new ScaleField(ScaleField.DEFAULT_GAIN, 0, "mV"), scale);
    }

    @Test
    void noSignals() {
        assertTrue(parse("rec 0 360 100").signals().isEmpty());
    }

    @Test
    void baselineDefaultsToTheConvertersZeroAndAGainOfZeroToTheUsualOne() {
        var signal = parse("rec 1 360\nrec.dat 16 0 11 1024\n").signals().get(0);
        assertEquals(new ScaleField(200, 1024, "mV"), signal.scale());
    }

    @Test
    void unitsMayHoldASlash() {
        assertEquals(
                "l/min",
                parse("rec 1 360\nrec.dat 16 1.052e+04(-3)/l/min\n")
                        .signals()
                        .get(0)
                        .scale()
                        .units());
        assertEquals(
                10520,
                parse("rec 1 360\nrec.dat 16 1.052e+04/l/min\n")
                        .signals()
                        .get(0)
                        .scale()
                        .gain());
    }

    @Test
    void segments() {
        var header = parse("rec/3 2 360 1000\nlayout 0\nseg1 400\n~ 600\n");
        assertEquals(
                List.of(new HeaderSegment("layout", 0), new HeaderSegment("seg1", 400), new HeaderSegment("~", 600)),
                header.segments());
        assertTrue(header.segments().get(2).isGap());
    }

    /** Recorders write the start in many ways, and some write nonsense; no sample depends on it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "05-May-2020 09:49:17",
                "09:49:17 05/05/2020",
                "9:49 5.5.2020",
                "2020-05-05T09:49:17",
                "09:49:17",
                "25:99:00 99/99/9999",
                "yesterday"
            })
    void aStartInAnyFormIsPassedOver(String start) {
        var header = parse("rec 0 500 5000 " + start);
        assertEquals(500, header.rate());
        assertEquals(5000, header.frames());
    }

    @Test
    void textBeyondAscii() {
        var text = "rec 1 360\nrec.dat 16 200 16 0 0 0 0 Ableitung für II\n# Größe\n";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            var header = HeaderParser.parse("rec.hea", HeaderText.decode("rec.hea", text.getBytes(charset)));
            assertEquals("Ableitung für II", header.signals().get(0).description(), charset.name());
            assertEquals(List.of("Größe"), header.comments());
        }
        assertEquals("rec", parse("\uFEFFrec 0 360").name());
    }

    @Test
    void anotherEncodingIsNamed() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            says("rec.hea", "UTF-16", () -> HeaderText.decode("rec.hea", "rec 0 360".getBytes(charset)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rec -1 360 | line 1 | number of signals is \"-1\"",
                "rec x 360 | line 1 | number of signals is \"x\"",
                "rec | line 1 | number of signals",
                "rec 1 0 | line 1 | sampling rate is 0",
                "rec 1 NaN | line 1 | sampling rate is \"NaN\"",
                "rec 1 360/x | line 1 | counter frequency is \"x\"",
                "rec 1 360/1(y) | line 1 | counter's base value is \"y\"",
                "rec 1 360 -5 | line 1 | number of samples is \"-5\"",
                "rec 1 360 1152921504606846976 | line 1 | number of samples is \"1152921504606846976\"",
                "rec 1 360 99999999999999999999 | line 1 | number of samples",
                "rec/0 1 360 | line 1 | number of segments",
                "rec 2000000000 360 | line 1 | number of signals",
                "rec 2 360;rec.dat 16 | line 2 | found 1 signal lines",
                "rec/2 1 360;seg 100 | line 2 | found 1 segment lines",
                "rec/1 1 360;seg -4 | line 2 | the length of the segment seg is \"-4\"",
                "rec 1 360;rec.dat | line 2 | format of the signal is \"\"",
                "rec 1 360;rec.dat 16x0 | line 2 | samples per frame is \"0\"",
                "rec 1 360;rec.dat 16:-1 | line 2 | skew is \"-1\"",
                "rec 1 360;rec.dat 16+x | line 2 | offset of the first sample",
                "rec 1 360;rec.dat 16 inf | line 2 | gain is \"inf\"",
                "rec 1 360;rec.dat 16 200(z) | line 2 | baseline is \"z\"",
                "rec 1 360;rec.dat 16 200 16 0 0 12.5 | line 2 | checksum is \"12.5\"",
            })
    void wrongFieldsAreNamedWithTheirPlace(String text, String place, String found) {
        var message = says("rec.hea", place, () -> parse(text.replace(';', '\n')));
        assertTrue(message.contains(found), message);
    }

    @Test
    void emptyHeader() {
        says("rec.hea", "empty", () -> parse(""));
        says("rec.hea", "empty", () -> parse("# nothing\n\n"));
    }

    private static String says(String file, String part, Executable reading) {
        var message = assertThrows(RecordingException.class, reading).getMessage();
        assertTrue(message.contains(file) && message.contains(part), message);
        return message;
    }

    private static Header parse(String text) {
        return HeaderParser.parse("rec.hea", HeaderText.decode("rec.hea", text.getBytes(StandardCharsets.UTF_8)));
    }
}
