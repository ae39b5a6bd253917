package org.ecgdistill.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.csv.CsvFile;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.csv.CsvTable;
import org.ecgdistill.recording.dataset.SourceKind;
import org.ecgdistill.recording.dataset.SourceOptions;
import org.ecgdistill.recording.dataset.Sources;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Annotations;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that hold, or claim to hold, more than fits into memory. Each is read by a program of its own with a heap of 64 MB,
 * so that small files do.
 */
class SmallMemoryTest {

    @TempDir
    Path folder;

    /** Reads a file and prints what comes of it: the sentence, or the name of the error. */
    public static void main(String[] arguments) {
        var file = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "table" -> CsvTable.read(file);
                case "rows" -> CsvFile.open(file, CsvForm.recordsInRows(100));
                case "annotations" -> TimeRange.ALL.cut(Annotations.read(file), 1, 1);
                case "records" -> Sources.open(file.getParent(), SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE);
                case "edf" -> EdfFile.open(file).annotations();
                default -> Wfdb.open(file).readAll();
            }
            System.out.print("read");
        } catch (RecordingException ex) {
            System.out.print(ex.getMessage());
        } catch (OutOfMemoryError ex) {
            System.out.print("OutOfMemoryError");
        }
    }

    private static String read(String kind, Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallMemoryTest.class.getName(),
                        kind,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return printed;
    }

    private static void refuses(String kind, Path file) throws IOException, InterruptedException {
        var printed = read(kind, file);
        var name = file.getFileName().toString();
        assertTrue(printed.contains("memory") && printed.contains(name.substring(0, name.length() - 4)), printed);
    }

    private Path file(String name, String start, String part, int times) throws IOException {
        var file = folder.resolve(name);
        var bytes = part.getBytes(StandardCharsets.ISO_8859_1);
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            stream.write(start.getBytes(StandardCharsets.ISO_8859_1));
            for (var i = 0; i < times; i++) {
                stream.write(bytes);
            }
        }
        return file;
    }

    @Test
    void tables() throws IOException, InterruptedException {
        assertEquals("read", read("table", file("few.csv", "a,b\n", "1,2\n", 10_000)));
        refuses("table", file("fields.csv", "a", ",b", 2_000_000));
        refuses("table", file("rows.csv", "a\n", "1\n", 2_000_000));
        refuses("table", file("quoted.csv", "a\n\"", "text without end ", 4_000_000));
    }

    @Test
    void rowsOfNumbers() throws IOException, InterruptedException {
        assertEquals("read", read("rows", file("few.csv", "", "1,2\n", 10_000)));
        refuses("rows", file("many.csv", "", "1,2\n", 1_000_000));
        refuses("rows", file("wide.csv", "1,2\n3,4\n5", ",6", 3_000_000));
    }

    @Test
    void annotations() throws IOException, InterruptedException {
        assertEquals("read", read("annotations", file("few.atr", "", "\1\4", 10_000)));
        refuses("annotations", file("many.atr", "", "\1\4", 5_000_000));
        // Each mark has a text of its own.
        refuses("annotations", file("texts.atr", "", "\1\4\2\374ab", 1_500_000));
        var range = read("annotations", file("range.atr", "", "\1\4", 900_000));
        assertTrue(range.contains("memory"), range);
    }

    @Test
    void listsOfRecords() throws IOException, InterruptedException {
        assertEquals("read", read("records", file("RECORDS", "", "one\n", 10_000)));
        refuses("records", file("RECORDS", "", "one\n", 1_000_000));
        refuses("records", file("RECORDS", "", "a line without end ", 1_000_000));
    }

    @Test
    void edf() throws IOException, InterruptedException {
        // One sample in each of five million data records, which the file really has.
        refuses("edf", edf("onsets.edf", "EDF+D", 5_000_000, 1, ""));
        // A million texts in a single data record.
        refuses("edf", edf("texts.edf", "EDF+C", 1, 2_000_000, "+0\24\24\0" + "+1\24N\24\0".repeat(666_000)));
    }

    private Path edf(String name, String kind, int records, int samples, String texts) throws IOException {
        var header = String.format(
                "%-8s%-80s%-80s%-8s%-8s%-8s%-44s%-8d%-8s%-4s%-16s%-80s%-8s%-8s%-8s%-8s%-8s%-80s%-8d%-32s",
                "0",
                "X",
                "X",
                "01.01.20",
                "00.00.00",
                "512",
                kind,
                records,
                "1",
                "1",
                "EDF Annotations",
                "",
                "",
                "-1",
                "1",
                "-32768",
                "32767",
                "",
                samples,
                "");
        var file = Files.writeString(folder.resolve(name), header + texts, StandardCharsets.ISO_8859_1);
        try (var whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(512 + 2L * samples * records);
        }
        return file;
    }

    /** A header may claim what fits into memory, and the file not hold it. */
    @Test
    void claimsOfSmallFilesTakeNoMemory() throws IOException {
        Files.write(folder.resolve("short.dat"), new byte[100]);
        Files.writeString(folder.resolve("short.hea"), "short 1 250 50000000\nshort.dat 16 200\n");
        Files.writeString(folder.resolve("diff.hea"), "diff 1 250 50000000\nshort.dat 8 200\n");
        for (var name : List.of("short", "diff")) {
            assertTrue(allocated(() -> Wfdb.open(folder.resolve(name)).readAll(), "ends too early") < 4 << 20);
        }
        var marks = folder.resolve("zeros.atr");
        try (var file = new RandomAccessFile(marks.toFile(), "rw")) {
            file.setLength(16 << 20);
        }
        assertTrue(allocated(() -> Annotations.read(marks), "") < 48 << 20);
        var edf = edf("none.edf", "EDF+C", 0, 30_000_000, "");
        assertTrue(allocated(() -> EdfFile.open(edf).annotations(), "") < 4 << 20);
    }

    private static long allocated(Runnable reading, String sentence) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var message = "";
        try {
            reading.run();
        } catch (RecordingException ex) {
            message = ex.getMessage();
        }
        assertTrue(message.contains(sentence), message);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Half of the memory for the samples and half for those of the segment that they come from is none left. */
    @Test
    void segmentsAreCountedTwice() throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(folder.resolve("seg.dat").toFile(), "rw")) {
            file.setLength(2L * 3_800_000);
        }
        Files.writeString(folder.resolve("seg.hea"), "seg 1 250 3800000\nseg.dat 16 200\n");
        Files.writeString(folder.resolve("all.hea"), "all/1 1 250 3800000\nseg 3800000\n");
        assertEquals("read", read("record", folder.resolve("seg.hea")));
        assertTrue(read("record", folder.resolve("all.hea")).contains("memory"));
    }
}
