package org.ecgdistill.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten seconds near the end of a day's recording take no more memory than ten seconds of a minute's. */
class LongRecordTest {

    private static final int RATE = 360;
    private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;

    /** For what the machine itself does on the side; a day's samples take 250 times as much. */
    private static final long TOLERANCE = 256 << 10;

    @TempDir
    Path folder;

    /** The file's samples are all zero and take no room on most disks. */
    private void file(String name, long bytes) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private long allocated(Supplier<Recording> opening, double from) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var signals = opening.get().read(List.of(0, 1), new TimeRange(from, from + 10), Progress.NONE);
        var after = threads.getCurrentThreadAllocatedBytes();
        assertEquals(10 * RATE, signals.get(1).samples().length);
        return after - before;
    }

    private void compare(Supplier<Recording> minute, Supplier<Recording> day) {
        // Classes are loaded the first time.
        allocated(minute, 30);
        allocated(day, 30);
        var less = allocated(minute, 30);
        var more = allocated(day, SECONDS_OF_A_DAY - 20);
        assertTrue(more < less + TOLERANCE, () -> "a minute's takes " + less + " bytes, a day's " + more);
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "16, 4", "24, 6", "32, 8", "61, 4", "80, 2", "160, 4", "212, 3", "310, 3", "311, 3"})
    void wfdb(int format, int bytesPerFrame) throws IOException {
        for (var seconds : new int[] {60, SECONDS_OF_A_DAY}) {
            var name = "s" + seconds;
            file(name + ".dat", (long) seconds * RATE * bytesPerFrame);
            var signal = name + ".dat " + format + " 200 12 0 0 0 0 ";
            Files.writeString(
                    folder.resolve(name + ".hea"),
                    name + " 2 " + RATE + " " + (long) seconds * RATE + "\n" + signal + "I\n" + signal + "II\n");
        }
        compare(() -> Wfdb.open(folder.resolve("s60")), () -> Wfdb.open(folder.resolve("s" + SECONDS_OF_A_DAY)));
    }

    @Test
    void segmentsOfADay() throws IOException {
        file("hour.dat", 4L * 3600 * RATE);
        Files.writeString(
                folder.resolve("hour.hea"),
                "hour 2 " + RATE + " " + 3600 * RATE
                        + "\nhour.dat 16 200 12 0 0 0 0 I\nhour.dat 16 200 12 0 0 0 0 II\n");
        Files.writeString(
                folder.resolve("day.hea"),
                "day/24 2 " + RATE + " " + 24 * 3600 * RATE + "\n" + ("hour " + 3600 * RATE + "\n").repeat(24));
        compare(() -> Wfdb.open(folder.resolve("hour")), () -> Wfdb.open(folder.resolve("day")));
    }

    @Test
    void edf() throws IOException {
        for (var seconds : new int[] {60, SECONDS_OF_A_DAY}) {
            var file = folder.resolve("s" + seconds + ".edf");
            Files.writeString(file, edfHeader(seconds));
            file(file.getFileName().toString(), 768 + 4L * RATE * seconds);
        }
        compare(
                () -> EdfFile.open(folder.resolve("s60.edf")),
                () -> EdfFile.open(folder.resolve("s" + SECONDS_OF_A_DAY + ".edf")));
    }

    private static String edfHeader(int seconds) {
        var general = String.format(
                "%-8s%-80s%-80s%-8s%-8s%-8s%-44s%-8d%-8s%-4s",
                "0", "X X X X", "Startdate X X X X", "01.01.20", "00.00.00", "768", "", seconds, "1", "2");
        var fields = List.of(
                String.format("%-16s", "ECG I"),
                String.format("%-80s", ""),
                String.format("%-8s", "uV"),
                String.format("%-8s", "-3000"),
                String.format("%-8s", "3000"),
                String.format("%-8s", "-32768"),
                String.format("%-8s", "32767"),
                String.format("%-80s", ""),
                String.format("%-8d", RATE),
                String.format("%-32s", ""));
        var header = new StringBuilder(general);
        fields.forEach(field -> header.append(field.repeat(2)));
        return header.toString();
    }
}
