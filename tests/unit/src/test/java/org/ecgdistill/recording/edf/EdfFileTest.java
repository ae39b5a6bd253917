package org.ecgdistill.recording.edf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class EdfFileTest {

    private static final String[] LEAD = {"ECG II", "mV", "-1", "1", "-2000", "2000", "2"};

    @TempDir
    Path folder;

    @Test
    void signalsOfDifferentRates() throws IOException {
        var file = open(new EdfWriter()
                .records("2")
                .seconds("0.5")
                .signal(LEAD)
                .signal("SaO2", "%", "0", "100", "0", "1000", "1")
                .samples(0, 1000, 985, -2000, 2000, 990));
        assertEquals("rec", file.name());
        assertEquals(List.of(new Channel("II", "mV", 4, 4), new Channel("SaO2", "%", 2, 2)), file.channels());
        assertEquals(4, file.rate());
        var signals = file.readAll();
        assertArrayEquals(new double[] {0, 0.5, -1, 1}, signals.get(0).samples(), 1e-12);
        assertArrayEquals(new double[] {98.5, 99}, signals.get(1).samples(), 1e-12);
    }

    @Test
    void rangeAndUnknownNumberOfRecords() throws IOException {
        var file = open(new EdfWriter().records("-1").signal(LEAD).samples(0, 200, 400, 600, 800, 1000));
        assertEquals(6, file.channels().get(0).samples());
        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.4}, read(file, new TimeRange(0.5, 2.5)), 1e-12);
        assertArrayEquals(new double[] {0.5}, read(file, new TimeRange(2.5, 100)), 1e-12);
    }

    @Test
    void annotations() throws IOException {
        var file = open(new EdfWriter()
                .reserved("EDF+C")
                .signal(LEAD)
                .annotationSignal(20)
                .samples(0, 0)
                .text("+0\u0014\u0014\0+0.5\u0014N\u0014\0", 20)
                .samples(0, 0)
                .text("+1\u0014\u0014\0+1.5\u00150.25\u0014Müdigkeit\u0014V\u0014\0", 20));
        assertEquals(1, file.channels().size());
        assertEquals(
                List.of(
                        Annotation.beat(1, "N"),
                        new Annotation(3, "\"", 0, 0, 0, "Müdigkeit"),
                        Annotation.beat(3, "V")),
                file.annotations());
    }

    @Test
    void interruptionsAreMissingSamples() throws IOException {
        var file = open(interrupted("+10", "+11", "+13.5"));
        var none = Double.NaN;
        assertEquals(9, file.channels().get(0).samples());
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.3, 0.4, none, none, none, 0.5, 0.6},
                file.readAll().get(0).samples(),
                1e-12);
        assertArrayEquals(new double[] {0.4, none, none}, read(file, new TimeRange(1.5, 3)), 1e-12);
        assertArrayEquals(new double[] {none, 0.5}, read(file, new TimeRange(3, 4)), 1e-12);
    }

    @Test
    void timesThatRunBackwards() throws IOException {
        var bytes = interrupted("+10", "+13", "+11");
        says(() -> open(bytes), "rec.edf", "data record 3", "start 1.0 s", "4.0 s or later");
    }

    @Test
    void interruptedFileWithoutTimes() throws IOException {
        var bytes = interrupted("+10", "x", "+11");
        says(() -> open(bytes), "rec.edf", "data record 2", "no start time");
    }

    @Test
    void wrongHeaders() throws IOException {
        says(() -> open(new byte[100]), "rec.edf", "100 bytes", "256");
        var good = new EdfWriter().signal(LEAD).samples(0, 0).bytes();
        says(() -> open(Arrays.copyOf(good, 400)), "rec.edf", "found 400 bytes", "512");
        says(() -> open(new EdfWriter().version("BIOSEMI").signal(LEAD)), "byte 0", "BIOSEMI");
        says(() -> open(new EdfWriter().headerBytes("768").signal(LEAD)), "byte 184", "768", "512");
        says(() -> open(new EdfWriter().headerBytes("-1").signal(LEAD)), "byte 184", "-1");
        says(() -> open(new EdfWriter().records("many").signal(LEAD)), "byte 236", "many");
        says(() -> open(new EdfWriter().records("-7").signal(LEAD)), "byte 236", "-7");
        says(() -> open(new EdfWriter().seconds("0").signal(LEAD)), "byte 244", "above 0");
        says(
                () -> open(new EdfWriter().signal("I", "mV", "-1", "1", "0", "10", "0")),
                "samples per data record",
                "signal 1");
        says(
                () -> open(new EdfWriter().signal("I", "mV", "x", "1", "0", "10", "1")),
                "physical minimum of signal 1",
                "x");
        says(() -> open(new EdfWriter().signal("I", "mV", "-1", "1", "0", "40000", "1")), "digital maximum", "40000");
        says(() -> open(new EdfWriter().signal("I", "mV", "-1", "1", "0", "10", "99999999")), "samples");
    }

    @Test
    void truncatedFile() throws IOException {
        var file = open(new EdfWriter().records("3").signal(LEAD).samples(0, 200, 400));
        says(file::readAll, "rec.edf", "found 1 whole data records", "expected 3");
        assertArrayEquals(new double[] {0, 0.1}, read(file, new TimeRange(0, 0.9)), 1e-12);
    }

    @Test
    void signalWithoutCalibration() throws IOException {
        var file = open(new EdfWriter()
                .signal("I", "mV", "0", "0", "-10", "10", "1")
                .signal(LEAD)
                .samples(1, 200, 400));
        says(file::readAll, "rec.edf", "signal 1 (I)", "physical limits");
        assertArrayEquals(
                new double[] {0.1, 0.2},
                file.read(List.of(1), TimeRange.ALL, Progress.NONE).get(0).samples(),
                1e-12);
    }

    @Test
    void hugeClaimsDoNotAllocate() throws IOException {
        var file = open(new EdfWriter().records("99999999").signal("I", "mV", "-1", "1", "0", "10", "9999999"));
        says(file::readAll, "rec", "found 0 whole data records");
        var interrupted = new EdfWriter()
                .reserved("EDF+D")
                .records("99999999")
                .signal(LEAD)
                .annotationSignal(4);
        says(() -> open(interrupted), "found 0 whole data records");
    }

    private static byte[] interrupted(String... onsets) {
        var writer = new EdfWriter().reserved("EDF+D").signal(LEAD).annotationSignal(8);
        for (var i = 0; i < onsets.length; i++) {
            writer.samples(200 + 400 * i, 400 + 400 * i).text(onsets[i] + "\u0014\u0014\0", 8);
        }
        return writer.bytes();
    }

    private EdfFile open(EdfWriter writer) throws IOException {
        return open(writer.bytes());
    }

    private EdfFile open(byte[] bytes) throws IOException {
        return EdfFile.open(Files.write(folder.resolve("rec.edf"), bytes));
    }

    private static double[] read(EdfFile file, TimeRange range) {
        return file.read(List.of(0), range, Progress.NONE).get(0).samples();
    }

    private static void says(Executable reading, String... parts) {
        var message = assertThrows(RecordingException.class, reading).getMessage();
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }
}
