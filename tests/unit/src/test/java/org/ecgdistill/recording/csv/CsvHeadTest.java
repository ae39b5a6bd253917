package org.ecgdistill.recording.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.RecordingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first rows of a file of numbers, as programs write them. */
class CsvHeadTest {

    private static final double GAP = Double.NaN;

    @TempDir
    Path folder;

    private CsvRecording columns(String text) throws IOException {
        var file = Files.writeString(folder.resolve("rec.csv"), text.replace('|', '\n'));
        return CsvFile.open(file, CsvForm.leadsInColumns(500)).get(0);
    }

    private static List<String> leads(CsvRecording recording) {
        return recording.channels().stream().map(Channel::name).toList();
    }

    private static void says(Executable reading, String... parts) {
        var message = assertThrows(RecordingException.class, reading).getMessage();
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I,II|NaN,NaN|NaN,NaN|1,2|",
                "I,II|mV,mV|NaN,NaN|NaN,NaN|1,2|",
                "I,II|,|,|1,2|",
                "NaN,NaN|NaN,NaN|1,2|",
                "time,I,II|0:00.000,NaN,NaN|0:00.002,NaN,NaN|0:00.004,1,2|",
                ",I,II|0,NaN,NaN|1,NaN,NaN|2,1,2|",
                ",,|I,II,|NA,NA,|NA,NA,|1,2,|",
            })
    void missingSamplesAtTheBeginningAreSamples(String text) throws IOException {
        var recording = columns(text);
        var signals = recording.readAll();
        assertEquals(2, signals.size());
        assertArrayEquals(new double[] {GAP, GAP, 1}, signals.get(0).samples());
        assertArrayEquals(new double[] {GAP, GAP, 2}, signals.get(1).samples());
        assertEquals(
                List.of("mV", "mV"),
                recording.channels().stream().map(Channel::units).toList());
    }

    @Test
    void aRowOfUnitsIsNoSample() throws IOException {
        var recording = columns("time,I,V1|s,-,uV|0,1,2|");
        assertEquals(new Channel("I", "-", 500, 1), recording.channels().get(0));
        assertEquals(new Channel("V1", "uV", 500, 1), recording.channels().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'Time (s)'",
        "'time [ms]'",
        "Time/s",
        "time_s",
        "TIME",
        "'Elapsed time (s)'",
        "'timestamp (ms)'",
        "t(s)",
        "Date"
    })
    void aColumnOfTimesIsNoLead(String name) throws IOException {
        assertEquals(List.of("I", "II"), leads(columns(name + ",I,II|0,0.5,-1|0.002,1.5,0.2|")));
    }

    @Test
    void aLeadWhoseNameOnlyBeginsLikeATimeIsOne() throws IOException {
        assertEquals(List.of("T3", "timer", "S1"), leads(columns("T3,timer,S1|1,2,3|4,5,6|")));
    }

    /** {@code DataFrame.to_csv} and R's {@code write.csv} number the rows in a first column without a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",I,II|0,0.5,-1|1,1.5,0.2|2,1,1|",
                "\"\",\"I\",\"II\"|\"1\",0.5,-1|\"2\",1.5,0.2|\"3\",1,1|",
                "Unnamed: 0,I,II|0,0.5,-1|1,1.5,0.2|2,1,1|",
                ",Time (s),I,II|0,0.0,0.5,-1|1,0.002,1.5,0.2|2,0.004,1,1|",
            })
    void rowNumbersAreNoLead(String text) throws IOException {
        var recording = columns(text);
        assertEquals(List.of("I", "II"), leads(recording));
        assertArrayEquals(new double[] {0.5, 1.5, 1}, recording.readAll().get(0).samples());
    }

    @Test
    void namesOfPandasThatAreNumbersAreNoSamples() throws IOException {
        var recording = columns(",0,1|0,0.5,-1|1,1.5,0.2|");
        assertEquals(List.of("0", "1"), leads(recording));
        assertArrayEquals(new double[] {0.5, 1.5}, recording.readAll().get(0).samples());
    }

    @Test
    void anUnnamedColumnThatDoesNotCountIsALead() throws IOException {
        assertEquals(List.of("signal 1", "II"), leads(columns(",II|5,0.5|6,1.5|")));
        assertEquals(List.of("signal 1", "II"), leads(columns(",II|0,0.5|0,1.5|")));
    }

    @Test
    void aBadFirstCellDoesNotHideItsLead() throws IOException {
        var recording = columns("I,II|x1,2|3,4|5,6|");
        assertEquals(List.of("I", "II"), leads(recording));
        says(recording::readAll, "rec.csv", "line 2", "column 1", "x1");
        assertEquals(List.of("I"), leads(columns("I,beat|1,N|3,V|5,N|")), "a column of text is no lead");
    }

    @Test
    void aBadFirstSampleDoesNotShiftThoseBehindIt() throws IOException {
        var file = Files.writeString(folder.resolve("beats.csv"), "id,p1,p2,p3\na,1,x,3\nb,4,5,6\nc,7,8,9\n");
        var recordings = CsvFile.open(file, CsvForm.recordsInRows(100));
        assertEquals(3, recordings.get(0).channels().get(0).samples());
        says(recordings.get(0)::readAll, "beats.csv", "line 2", "column 3", "\"x\"");
        assertArrayEquals(
                new double[] {4, 5, 6}, recordings.get(1).readAll().get(0).samples());
    }

    @Test
    void rowNumbersAreNoSamples() throws IOException {
        var file = Files.writeString(folder.resolve("beats.csv"), ",p1,p2\n0,1,2\n1,4,5\n");
        var recordings = CsvFile.open(file, CsvForm.recordsInRows(100));
        assertArrayEquals(
                new double[] {4, 5}, recordings.get(1).readAll().get(0).samples());
    }

    @Test
    void namesAreCounted() throws IOException {
        // As R's write.table writes it: the row names have no name.
        says(() -> columns("I,II|1,0.5,-1|2,1.5,0.2|"), "rec.csv", "names 2 columns (I, II)", "3 fields");
        says(() -> columns("I,II,III|1,0.5|2,1.5|"), "names 3 columns", "2 fields");
        assertEquals(List.of("I", "II"), leads(columns("I,II|1,2,|3,4,|")), "a comma at the end of each row");
        assertEquals(List.of("I", "II"), leads(columns("I,II,|1,2|3,4|")), "a comma at the end of the names");
        assertEquals(List.of("I", "II"), leads(columns("Export of a program|I,II|1,2|")), "a title");
    }

    @Test
    void manyNamesAreCutInTheSentence() {
        var names = String.join(",", java.util.Collections.nCopies(5000, "a rather long name"));
        var message = assertThrows(RecordingException.class, () -> columns(names + "|1,2|3,4|"))
                .getMessage();
        assertTrue(message.length() < 1000 && message.contains("and 4988 more"), message);
    }

    @Test
    void aFileThatShrinksIsToldOf() throws IOException {
        var recording = columns("I,II|1,2|3,4|5,6|");
        Files.writeString(folder.resolve("rec.csv"), "I,II\n1,2\n");
        says(recording::readAll, "rec.csv", "found 1 samples of each lead, expected 3", "has changed");
    }
}
