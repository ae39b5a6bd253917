package org.ecgdistill.recording.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I,II\n0.5,-1\n1.5,2e-1\n",
                "I;II\n0,5;-1\n1,5;0,2\n",
                "I\tII\r\n0.5\t-1\r\n1.5\t0.2\r\n",
                "  I   II\n 0.5  -1\n 1.5 0.2\n",
                "\uFEFF\"I\", \"II\"\n\"0.5\", \"-1\"\n\n1.5, .2",
                "# exported\nI|II\n0.5|-1\n# more\n1.5|0.2\n",
                "time,I,II\n0,0.5,-1\n0.002,1.5,0.2\n",
                "'Elapsed time','I','II'\n'hh:mm:ss.mmm','mV','mV'\n'0:00.000',0.5,-1\n'0:00.002',1.5,0.2\n",
            })
    void delimiterAndHeaderAreFoundOut(String text) throws IOException {
        var recording = columns(text);
        assertEquals(List.of(new Channel("I", "mV", 500, 2), new Channel("II", "mV", 500, 2)), recording.channels());
        var signals = recording.readAll();
        assertArrayEquals(new double[] {0.5, 1.5}, signals.get(0).samples(), 1e-12);
        assertArrayEquals(new double[] {-1, 0.2}, signals.get(1).samples(), 1e-12);
    }

    @Test
    void withoutHeader() throws IOException {
        var recording = columns("1,2\n3,4\n5,6\n");
        assertEquals("signal 2", recording.channels().get(1).name());
        assertArrayEquals(new double[] {2, 4, 6}, recording.readAll().get(1).samples());
        assertEquals("rec", recording.name());
    }

    @Test
    void oneColumn() throws IOException {
        assertArrayEquals(
                new double[] {1, 2.5, -3},
                columns("1\n2.5\n-3\n").readAll().get(0).samples());
    }

    @Test
    void unitsAndMissingSamples() throws IOException {
        var recording = columns("I,II\nuV,mV\n1,NaN\n,2\nNA,-\n");
        assertEquals("uV", recording.channels().get(0).units());
        assertArrayEquals(
                new double[] {1, Double.NaN, Double.NaN},
                recording.readAll().get(0).samples());
        assertArrayEquals(
                new double[] {Double.NaN, 2, Double.NaN},
                recording.readAll().get(1).samples());
    }

    @Test
    void range() throws IOException {
        var text = new StringBuilder("I\n");
        for (var i = 0; i < 1000; i++) {
            text.append(i).append('\n');
        }
        var signal = columns(text.toString())
                .read(List.of(0), new TimeRange(0.1, 0.106), Progress.NONE)
                .get(0);
        assertArrayEquals(new double[] {50, 51, 52}, signal.samples());
    }

    @Test
    void recordsInRows() throws IOException {
        var file = Files.writeString(
                folder.resolve("beats.csv"), "id,p1,p2,p3,class,person\na,1,2,3,N,7\nb,4,5,,V,8\nc,6,,7,N,8\n");
        var form = new CsvForm(CsvForm.Layout.RECORDS_IN_ROWS, 100, "uV", Optional.of("class"), Optional.of("Person"));
        var recordings = CsvFile.open(file, form);
        assertEquals(
                List.of("a", "b", "c"), recordings.stream().map(Recording::name).toList());
        assertEquals(Optional.of("V"), recordings.get(1).label());
        assertEquals(Optional.of("8"), recordings.get(1).subject());
        assertEquals(
                new Channel("signal 1", "uV", 100, 2),
                recordings.get(1).channels().get(0));
        assertArrayEquals(
                new double[] {1, 2, 3}, recordings.get(0).readAll().get(0).samples());
        assertArrayEquals(
                new double[] {4, 5}, recordings.get(1).readAll().get(0).samples());
        assertArrayEquals(
                new double[] {6, Double.NaN, 7},
                recordings.get(2).readAll().get(0).samples());
        assertArrayEquals(
                new double[] {5},
                recordings
                        .get(1)
                        .read(List.of(0), new TimeRange(0.01, 5), Progress.NONE)
                        .get(0)
                        .samples());
    }

    @Test
    void rowsWithoutHeaderAreNumbered() throws IOException {
        var file = Files.writeString(folder.resolve("beats.csv"), "1,2\n3,4\n");
        var recordings = CsvFile.open(file, CsvForm.recordsInRows(100));
        assertEquals("beats-2", recordings.get(1).name());
        assertArrayEquals(
                new double[] {3, 4}, recordings.get(1).readAll().get(0).samples());
    }

    @Test
    void raggedRows() throws IOException {
        var recording = columns("I,II\n1,2\n3\n");
        says(recording::readAll, "rec.csv", "line 3", "found 1 fields", "expected 2");
        says(columns("I;II\n1;2\n3\n")::readAll, "rec.csv", "line 3", "found 1 fields", "expected 2");
        var file = Files.writeString(folder.resolve("beats.csv"), "1,2\n3,4,5\n");
        says(() -> CsvFile.open(file, CsvForm.recordsInRows(100)), "beats.csv", "line 2", "found 3 fields");
    }

    @Test
    void textAmongNumbers() throws IOException {
        says(columns("I,II\n1,2\n3,x4\n")::readAll, "rec.csv", "line 3", "column 2", "x4");
        says(columns("I,II\n1,2\n3,Infinity\n")::readAll, "line 3", "Infinity");
    }

    @Test
    void noTable() throws IOException {
        says(() -> columns(""), "rec.csv", "no row of numbers");
        says(() -> columns("only\ntext\n"), "rec.csv", "no row of numbers");
        var file = Files.write(folder.resolve("rec.csv"), "1,2\n3,4\n".getBytes(StandardCharsets.UTF_16LE));
        says(() -> CsvFile.open(file, CsvForm.leadsInColumns(500)), "rec.csv", "line 1", "zero byte", "UTF-8");
        says(() -> CsvForm.leadsInColumns(0), "rate");
        var form = new CsvForm(CsvForm.Layout.RECORDS_IN_ROWS, 100, "mV", Optional.of("label"), Optional.empty());
        Files.writeString(file, "a,b\n1,2\n");
        says(() -> CsvFile.open(file, form), "rec.csv", "no column \"label\"", "a, b");
    }

    private CsvRecording columns(String text) throws IOException {
        var file = Files.writeString(folder.resolve("rec.csv"), text);
        return CsvFile.open(file, CsvForm.leadsInColumns(500)).get(0);
    }

    private static void says(Executable reading, String... parts) {
        var message = assertThrows(RecordingException.class, reading).getMessage();
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }
}
