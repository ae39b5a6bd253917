package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.resample.Resampling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void threeRecords() throws IOException {
        record("b", "rec 1 10 4", "b.dat 16 1 16 0 1 10 0 II", 4);
        record("a", "rec 2 10 2", "a.dat 16 1 16 0 0 0 0 I\na.dat 16 1 16 0 1 0 0 II", 4);
        record("c", "rec 1 10 9", "c.dat 16 1 16 0 1 6 0 II", 3);
    }

    private void record(String name, String line, String signals, int samples) throws IOException {
        Files.writeString(folder.resolve(name + ".hea"), line + "\n" + signals + "\n");
        var bytes = new byte[2 * samples];
        for (var i = 0; i < samples; i++) {
            bytes[2 * i] = (byte) (i + 1);
        }
        Files.write(folder.resolve(name + ".dat"), bytes);
    }

    @Test
    void folderOfRecords() throws IOException {
        assertEquals(
                SourceKind.WFDB,
                Sources.open(folder, SourceOptions.DEFAULT, Progress.NONE).kind());
        assertEquals(List.of("a", "b", "c"), names(folder));
        Files.writeString(folder.resolve("RECORDS"), "c\n\na\r\n");
        assertEquals(List.of("c", "a"), names(folder));
        Files.writeString(folder.resolve("RECORDS"), "../c\n");
        assertThrows(RecordingException.class, () -> names(folder));
    }

    @Test
    void listsOfLists() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        for (var ending : List.of(".hea", ".dat")) {
            Files.move(folder.resolve("a" + ending), folder.resolve("sub/a" + ending));
        }
        assertEquals(List.of("b", "c", "sub/a"), names(folder));
        Files.writeString(folder.resolve("RECORDS"), "b\nsub/\n");
        Files.writeString(folder.resolve("sub/RECORDS"), "a\n");
        assertEquals(List.of("b", "sub/a"), names(folder));
    }

    @Test
    void segmentsAreNoRecords() throws IOException {
        Files.writeString(folder.resolve("whole.hea"), "whole/2 1 10 7\nb 4\nc 3\n");
        assertEquals(List.of("a", "whole"), names(folder));
    }

    @Test
    void singleFiles() throws IOException {
        for (var ending : List.of(".hea", ".dat", ".atr", "")) {
            assertEquals(
                    SourceKind.WFDB,
                    Sources.open(folder.resolve("b" + ending), SourceOptions.DEFAULT, Progress.NONE)
                            .kind());
        }
        assertEquals(
                1,
                Sources.open(folder.resolve("b.dat"), SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE)
                        .entries()
                        .size());
        Files.writeString(folder.resolve("table.csv"), "1,2\n3,4\n");
        assertEquals(
                SourceKind.CSV,
                Sources.open(folder.resolve("table.csv"), SourceOptions.DEFAULT, Progress.NONE)
                        .kind());
        Files.createFile(folder.resolve("night.EDF"));
        assertEquals(
                SourceKind.EDF,
                Sources.open(folder.resolve("night.EDF"), SourceOptions.DEFAULT, Progress.NONE)
                        .kind());
        Files.createFile(folder.resolve("letter.doc"));
        assertThrows(
                RecordingException.class,
                () -> Sources.open(folder.resolve("letter.doc"), SourceOptions.DEFAULT, Progress.NONE));
        assertThrows(
                RecordingException.class,
                () -> Sources.open(folder.resolve("absent.csv"), SourceOptions.DEFAULT, Progress.NONE));
        assertThrows(
                RecordingException.class,
                () -> Sources.open(folder.resolve("b.hea"), SourceKind.PTB_XL, SourceOptions.DEFAULT, Progress.NONE));
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThrows(RecordingException.class, () -> Sources.open(empty, SourceOptions.DEFAULT, Progress.NONE));
    }

    @Test
    void brokenRecordsAreSkippedWithAStatus() {
        var read = new ArrayList<ReadRecord>();
        var statuses = new ArrayList<RecordStatus>();
        reader(LeadChoice.of("II", LeadChoice.Fallback.FAIL), true, false)
                .read(dataSet(), read::add, statuses::add, Progress.NONE);
        assertEquals(
                List.of("b"), read.stream().map(record -> record.entry().name()).toList());
        assertEquals(
                List.of(false, true, false),
                statuses.stream().map(RecordStatus::isRead).toList());
        assertTrue(
                statuses.get(0).message().contains("checksum"), statuses.get(0).message());
        assertTrue(
                statuses.get(2).message().contains("ends too early"),
                statuses.get(2).message());
        assertEquals("", statuses.get(1).message());
        assertThrows(RecordingException.class, () -> reader(LeadChoice.ALL, false, false)
                .read(dataSet(), read::add, statuses::add, Progress.NONE));
    }

    @Test
    void wrongChecksumsMayBeTrusted() {
        var read = new ArrayList<ReadRecord>();
        var statuses = new ArrayList<RecordStatus>();
        reader(LeadChoice.of("I", LeadChoice.Fallback.FIRST_OTHER), true, true)
                .read(dataSet(), read::add, statuses::add, Progress.NONE);
        assertEquals(Checksum.State.WRONG, read.get(0).leads().get(0).checksum());
        assertTrue(statuses.get(0).isRead() && statuses.get(0).message().contains("checksum"));
        assertEquals("II", read.get(1).leads().get(0).name());
        assertEquals("I", read.get(1).leads().get(0).wanted());
        assertTrue(
                statuses.get(1).message().contains("II stands in for I"),
                statuses.get(1).message());
    }

    @Test
    void rangeRateAndAnnotationsFitTogether() throws IOException {
        // N after 1, 2 and 3 samples.
        Files.write(folder.resolve("b.atr"), new byte[] {1, 4, 1, 4, 1, 4, 0, 0});
        var settings = new ReadSettings(
                LeadChoice.ALL, new TimeRange(0.2, 0.4), OptionalDouble.of(20), Resampling.LINEAR, true, true);
        var read = new ArrayList<ReadRecord>();
        new BatchReader(settings).read(dataSet(), read::add, status -> {}, Progress.NONE);
        var record = read.stream()
                .filter(r -> r.entry().name().equals("b"))
                .findFirst()
                .orElseThrow();
        assertEquals(20, record.leads().get(0).rate());
        assertEquals(4, record.leads().get(0).samples().length);
        assertEquals(List.of(Annotation.beat(0, "N"), Annotation.beat(2, "N")), record.annotations());
    }

    @Test
    void voltagesBecomeMillivoltsAndStandardLeadsGetTheirUsualNames() throws IOException {
        record("a", "rec 3 10 2", "a.dat 16 4/uV 16 0\na.dat 16 4/bpm 16 0\na.dat 16 4/V 16 0 0 0 0 AVF", 6);
        var read = new ArrayList<ReadRecord>();
        reader(LeadChoice.ALL, true, true).read(dataSet(), read::add, status -> {}, Progress.NONE);
        var leads = read.get(0).leads();
        assertEquals(
                List.of("mV", "bpm", "mV"),
                leads.stream().map(ReadRecord.ReadLead::units).toList());
        assertEquals(0.00025, leads.get(0).samples()[0], 1e-12);
        assertEquals(0.5, leads.get(1).samples()[0]);
        assertEquals(750, leads.get(2).samples()[0]);
        assertEquals("aVF", leads.get(2).name());
    }

    @Test
    void aRecordThatEndsBeforeTheRangeIsToldOf() {
        var settings = new ReadSettings(
                LeadChoice.ALL, new TimeRange(5, 6), OptionalDouble.empty(), Resampling.LINEAR, true, true);
        var statuses = new ArrayList<RecordStatus>();
        new BatchReader(settings).read(dataSet(), record -> {}, statuses::add, Progress.NONE);
        assertTrue(statuses.get(1).isRead());
        assertTrue(
                statuses.get(1).message().contains("ends before the requested part"),
                statuses.get(1).message());
    }

    /** A header may claim what it likes: the table's memory is looked at before anything is read. */
    @Test
    void aRecordTooLongForATableIsRefused() throws IOException {
        record("b", "rec 1 10 549755813887", "b.dat 16 1", 4);
        var statuses = new ArrayList<RecordStatus>();
        reader(LeadChoice.ALL, true, true).read(dataSet(), record -> {}, statuses::add, Progress.NONE);
        assertTrue(statuses.get(1).message().contains("memory"), statuses.get(1).message());
    }

    @Test
    void lookingForRecordsCanBeCancelled() {
        for (var kind : List.of(SourceKind.WFDB, SourceKind.EDF, SourceKind.CSV)) {
            assertThrows(
                    CancellationException.class,
                    () -> Sources.open(folder, kind, SourceOptions.DEFAULT, SourcesTest::cancel));
        }
        assertThrows(
                CancellationException.class, () -> Sources.open(folder, SourceOptions.DEFAULT, SourcesTest::cancel));
    }

    private static void cancel(double fraction, String message) {
        throw new CancellationException();
    }

    @Test
    void readingCanBeCancelled() {
        assertThrows(CancellationException.class, () -> reader(LeadChoice.ALL, true, true)
                .read(dataSet(), record -> {}, status -> {}, SourcesTest::cancel));
    }

    private static BatchReader reader(LeadChoice leads, boolean skip, boolean trust) {
        return new BatchReader(
                new ReadSettings(leads, TimeRange.ALL, OptionalDouble.empty(), Resampling.POLYPHASE, skip, trust));
    }

    private DataSet dataSet() {
        return Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE);
    }

    private static List<String> names(Path source) {
        return Sources.open(source, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE).entries().stream()
                .map(DataSetEntry::name)
                .toList();
    }
}
