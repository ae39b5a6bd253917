package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Records written sample by sample, good ones and bad ones. */
class RecordTest {

    @TempDir
    Path folder;

    @Test
    void missingSamplesAndUnits() throws IOException {
        WfdbFiles.header(
                folder, "rec", "rec 2 10 3", "rec.dat 16 100(50)/uV 16 0 0 0 0 A", "rec.dat 16 2 16 0 0 0 0 B");
        WfdbFiles.samples(folder, "rec.dat", 150, 1, -32768, 2, 50, 3);
        var signals = open("rec").readAll();
        assertArrayEquals(new double[] {1, Double.NaN, 0}, signals.get(0).samples());
        assertArrayEquals(new double[] {0.5, 1, 1.5}, signals.get(1).samples());
        assertEquals("uV", signals.get(0).channel().units());
    }

    @Test
    void signalsInTheOrderAskedFor() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 3 10 2", "a.dat 16 1", "b.dat 16 1", "b.dat 16 1");
        WfdbFiles.samples(folder, "a.dat", 1, 2);
        WfdbFiles.samples(folder, "b.dat", 10, 100, 20, 200);
        var signals = open("rec").read(List.of(2, 0, 2), TimeRange.ALL, Progress.NONE);
        assertArrayEquals(new double[] {100, 200}, signals.get(0).samples());
        assertArrayEquals(new double[] {1, 2}, signals.get(1).samples());
        assertArrayEquals(new double[] {100, 200}, signals.get(2).samples());
    }

    @Test
    void rangeInSeconds() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 0, 1, 2, 3, 4, 5, 6, 7);
        var record = open("rec");
        assertArrayEquals(new double[] {2, 3, 4}, read(record, new TimeRange(0.2, 0.5)));
        assertArrayEquals(new double[] {6, 7}, read(record, new TimeRange(0.6, 99)));
        assertEquals(8, record.channels().get(0).samples(), "length after the size of the file");
    }

    @Test
    void severalSamplesPerFrame() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 2 10 2", "rec.dat 16x3 1", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 6, 100, 4, -32768, 8, 200);
        var expanded = open("rec");
        assertEquals(30, expanded.channels().get(0).rate());
        assertEquals(6, expanded.channels().get(0).samples());
        assertArrayEquals(
                new double[] {1, 2, 6, 4, Double.NaN, 8},
                expanded.readAll().get(0).samples());
        var averaged = Wfdb.open(folder.resolve("rec"), new WfdbOptions(SamplesPerFrame.AVERAGED, "atr"));
        assertEquals(10, averaged.channels().get(0).rate());
        assertArrayEquals(new double[] {3, 6}, averaged.readAll().get(0).samples());
        assertArrayEquals(new double[] {100, 200}, averaged.readAll().get(1).samples());
    }

    @Test
    void skewShiftsASignalAndItsEndIsMissing() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 2 10 4", "rec.dat 16:1 1 16 0 1 10", "rec.dat 16 1 16 0 5 26");
        WfdbFiles.samples(folder, "rec.dat", 1, 5, 2, 6, 3, 7, 4, 8);
        var signals = open("rec").readAll();
        assertArrayEquals(new double[] {2, 3, 4, Double.NaN}, signals.get(0).samples());
        assertArrayEquals(new double[] {5, 6, 7, 8}, signals.get(1).samples());
        assertEquals(Checksum.CORRECT, signals.get(0).checksum());
        assertArrayEquals(new double[] {3, 4}, read(open("rec"), new TimeRange(0.1, 0.3)));
    }

    @Test
    void offsetAsInTheMatFilesOfChallenges() throws IOException {
        WfdbFiles.header(
                folder, "A0001", "A0001 2 500 2 05-May-2020 09:49:17", "A0001.mat 16+24 1", "A0001.mat 16+24 1");
        var samples = new int[12 + 4];
        System.arraycopy(new int[] {7, 8, 9, 10}, 0, samples, 12, 4);
        WfdbFiles.samples(folder, "A0001.mat", samples);
        assertArrayEquals(new double[] {8, 10}, open("A0001").readAll().get(1).samples());
    }

    @Test
    void nullSignalHasNoSamples() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 2 10 2", "~ 0 1", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 3, 4);
        var signals = open("rec").readAll();
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, signals.get(0).samples());
        assertArrayEquals(new double[] {3, 4}, signals.get(1).samples());
    }

    @Test
    void fixedSegmentsUseTheirOwnGains() throws IOException {
        WfdbFiles.header(folder, "rec", "rec/3 1 10 6", "one 2", "~ 1", "two 3");
        WfdbFiles.header(folder, "one", "one 1 10 2", "one.dat 16 1");
        WfdbFiles.header(folder, "two", "two 1 10 3", "two.dat 16 10");
        WfdbFiles.samples(folder, "one.dat", 1, 2);
        WfdbFiles.samples(folder, "two.dat", 30, 40, 50);
        var record = open("rec");
        assertArrayEquals(
                new double[] {1, 2, Double.NaN, 3, 4, 5},
                record.readAll().get(0).samples());
        assertArrayEquals(new double[] {2, Double.NaN, 3}, read(record, new TimeRange(0.1, 0.4)));
    }

    @Test
    void variableSegmentsFindTheirSignalsByName() throws IOException {
        WfdbFiles.header(folder, "rec", "rec/4 2 10 5", "layout 0", "one 2", "~ 1", "two 2");
        WfdbFiles.header(folder, "layout", "layout 2 10 0", "~ 0 1/mV 16 0 0 0 0 I", "~ 0 1/mV 16 0 0 0 0 V", "# ABP");
        WfdbFiles.header(folder, "one", "one 1 10 2", "one.dat 16 1/mV 16 0 1 3 0 V");
        WfdbFiles.header(folder, "two", "two 2 10 2", "two.dat 16 1/mV 16 0 4 9 0 V", "two.dat 16 1/mV 16 0 6 14 0 I");
        WfdbFiles.samples(folder, "one.dat", 1, 2);
        WfdbFiles.samples(folder, "two.dat", 4, 6, 5, 8);
        var signals = open("rec").readAll();
        var none = Double.NaN;
        assertArrayEquals(new double[] {none, none, none, 6, 8}, signals.get(0).samples());
        assertArrayEquals(new double[] {1, 2, none, 4, 5}, signals.get(1).samples());
        assertEquals(Checksum.CORRECT, signals.get(1).checksum());
    }

    @Test
    void segmentsThatContradictTheRecordAreNamed() throws IOException {
        WfdbFiles.header(folder, "rec", "rec/2 1 10 4", "one 2", "two 2");
        WfdbFiles.header(folder, "one", "one 1 10 2", "one.dat 16 1");
        WfdbFiles.header(folder, "two", "two 1 20 2", "one.dat 16 1");
        WfdbFiles.samples(folder, "one.dat", 1, 2);
        says(() -> open("rec").readAll(), "segment two", "20 Hz", "10 Hz");
        WfdbFiles.header(folder, "two", "two/1 1 10 2", "one 2");
        says(() -> open("rec").readAll(), "segment two", "segments itself");
        WfdbFiles.header(folder, "rec", "rec/2 1 10 5", "one 2", "two 2");
        says(() -> open("rec"), "rec.hea", "states 5", "4 together");
        WfdbFiles.header(folder, "rec", "rec/1 1 10 5", "~ 5");
        says(() -> open("rec"), "rec.hea", "gaps only");
    }

    @Test
    void truncatedSignalFile() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 100", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 3);
        says(() -> open("rec").readAll(), "rec.dat", "found 3 samples", "expected at least 100", "rec.hea");
        assertArrayEquals(new double[] {2, 3}, read(open("rec"), new TimeRange(0.1, 0.3)), "what is there can be read");
    }

    @Test
    void emptySignalFile() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 100", "rec.dat 212 1");
        Files.createFile(folder.resolve("rec.dat"));
        says(() -> open("rec").readAll(), "rec.dat", "found 0 samples", "100");
    }

    @Test
    void absentFiles() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 100", "rec.dat 16 1");
        says(() -> open("rec").readAll(), "rec.dat", "does not exist");
        says(() -> open("other"), "other.hea", "does not exist");
    }

    @Test
    void wrongChecksum() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 3", "rec.dat 16 1 16 0 1 7 0 II");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 3);
        var checksum = open("rec").readAll().get(0).checksum();
        assertEquals(Checksum.State.WRONG, checksum.state());
        var problem = checksum.problem().orElseThrow();
        for (var part : List.of("rec.dat", "signal 1 (II)", "checksum 6", "7 was expected", "rec.hea")) {
            assertTrue(problem.contains(part), problem);
        }
        var part = open("rec")
                .read(List.of(0), new TimeRange(0, 0.2), Progress.NONE)
                .get(0);
        assertEquals(Checksum.NOT_CHECKED, part.checksum());
    }

    @Test
    void hugeClaimsDoNotAllocate() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 549755813887", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 3);
        says(() -> open("rec").readAll(), "rec", "memory");
        WfdbFiles.header(folder, "rec", "rec 1 10 549755813887", "~ 0 1");
        says(() -> open("rec").readAll(), "rec", "memory");
        WfdbFiles.header(folder, "rec", "rec 1 10 " + (1L << 60), "rec.dat 16 1");
        says(() -> open("rec"), "rec.hea", "line 1", String.valueOf(1L << 60));
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() throws IOException {
        for (var name : List.of("../../etc/passwd", "/etc/passwd", "sub/../../other.dat", ".")) {
            WfdbFiles.header(folder, "rec", "rec 1 10 3", name + " 16 1");
            says(() -> open("rec"), "rec.hea", name, "not in the same folder");
        }
        WfdbFiles.header(folder, "rec", "rec/1 1 10 3", "../rec 3");
        says(() -> open("rec"), "rec.hea", "../rec", "not in the same folder");
    }

    @Test
    void filesBelowTheFolderAreRead() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        WfdbFiles.header(folder, "rec", "rec 1 10 2", "sub/rec.dat 16 1");
        WfdbFiles.samples(folder, "sub/rec.dat", 1, 2);
        assertArrayEquals(new double[] {1, 2}, open("rec").readAll().get(0).samples());
    }

    @Test
    void twoFormatsInOneFile() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 2 10 3", "rec.dat 16 1", "rec.dat 212 1");
        says(() -> open("rec"), "rec.hea", "rec.dat", "16 in signal 1", "212 in signal 2");
        WfdbFiles.header(folder, "rec", "rec 3 10 3", "a.dat 16 1", "b.dat 16 1", "a.dat 16 1");
        says(() -> open("rec"), "rec.hea", "a.dat", "signal 3");
        WfdbFiles.header(folder, "rec", "rec 1 10 3", "rec.dat 17 1");
        says(() -> open("rec").readAll(), "rec.hea", "format 17");
    }

    @Test
    void damagedCompressedFile() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 3", "rec.dat 516 1");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 3);
        says(() -> open("rec").readAll(), "rec.dat", "fLaC", "516");
    }

    @Test
    void signalsAndFramesThatThereAreNot() throws IOException {
        WfdbFiles.header(folder, "rec", "rec 1 10 3", "rec.dat 16 1");
        WfdbFiles.samples(folder, "rec.dat", 1, 2, 3);
        says(() -> open("rec").read(List.of(1), TimeRange.ALL, Progress.NONE), "no signal number 2");
        says(() -> ((WfdbRecord) open("rec")).readFrames(List.of(0), 2, 4, Progress.NONE), "from 2 to 4");
    }

    private Recording open(String name) {
        return Wfdb.open(folder.resolve(name));
    }

    private static double[] read(Recording recording, TimeRange range) {
        return recording.read(List.of(0), range, Progress.NONE).get(0).samples();
    }

    private static void says(Executable reading, String... parts) {
        var message = assertThrows(RecordingException.class, reading).getMessage();
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }
}
