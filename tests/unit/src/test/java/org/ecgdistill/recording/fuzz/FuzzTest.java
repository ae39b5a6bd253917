package org.ecgdistill.recording.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.csv.CsvFile;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Annotations;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files changed by chance: only our own exception comes out, with a sentence, and memory and time stay within bounds. The
 * long form, for a night: {@code -Decgdistill.fuzz=200000} files of each kind; {@code -Decgdistill.fuzz.seed} for others.
 */
class FuzzTest {

    private static final int FILES = Integer.getInteger("ecgdistill.fuzz", 1500);
    private static final long SEED = Long.getLong("ecgdistill.fuzz.seed", 20240229);

    /** Far above what these small files need, far below what their headers may claim. */
    private static final long MOST_BYTES = 96L << 20;

    private static final Duration LONGEST = Duration.ofMillis(120_000L + FILES * 20L);

    @TempDir
    Path folder;

    /** Reads a file, or throws what it throws. */
    private interface Reading {
        void read(Path file) throws IOException;
    }

    @Test
    void headers() throws IOException {
        var samples = new byte[3000];
        new Random(SEED).nextBytes(samples);
        for (var name : List.of("a.dat", "b.dat", "a.mat")) {
            Files.write(folder.resolve(name), samples);
        }
        Files.writeString(folder.resolve("seg.hea"), "seg 1 360 100\na.dat 212 200(1024)/mV 11 1024 0 0 0 II\n");
        Files.writeString(folder.resolve("lay.hea"), "lay 2 360 0\n~ 0 200/mV 11 0 0 0 0 II\n~ 0 1/mV 11 0 0 0 0 V\n");
        fuzz(
                "rec.hea",
                this::readRecord,
                List.of(
                        text("rec 2 360 900 09:10:11.5 24/12/1999\na.dat 212 200(1024)/mV 11 1024 995 -22131 0 MLII\n"
                                + "a.dat 212 200 11 1024 1011 20052 0 V5\n# 69 M 1085 1629 x1\n"),
                        text("rec 3 62.4725/999.56(7)\na.dat 16x4:2+24 200(-7)/uV 14 8192 0 24460 0 II\n"
                                + "b.dat 80:1 0 12\nb.dat 80x2 16(800)/mmHg 12 2048 0 49347 0 ABP\n"),
                        text(
                                "A1 2 500 700 05-May-2020 09:49:17\na.mat 16+24 1000/mV 16 0 28 13047 0 I\na.mat 16+24 1/l/min\n"),
                        text("rec/4 1 360 250\nseg 100\n~ 50\nseg 50\nseg 50\n"),
                        text("rec/3 2 360 150\nlay 0\n~ 50\nseg 100\n"),
                        text("rec 4 250\na.dat 8 200 12 0 -7\nb.dat 310\n~ 0\na.mat 24+4 0\n")));
    }

    private void readRecord(Path file) {
        readSome(Wfdb.open(file));
    }

    @Test
    void annotationFiles() throws IOException {
        fuzz(
                "rec.atr",
                file -> Annotations.read(file)
                        .forEach(annotation -> annotation.symbol().length()),
                List.of(
                        words(
                                28, 18, 63, 3, 0, 0x284E, 0, 0, 1, 59, 1, 293, 61, 1, 60, 3, 62, 1, 5, 30, 59, 0, 1, 5,
                                3, 7, 8, 9, 0, 0),
                        words(22, 0, 63, 20, 8, 0x23, 8, 0x74, 9, 0x69, 1, 2, 3, 4, 5, 6, 1, 8, 9, 1, 2, 3, 0, 0)));
    }

    @Test
    void edfHeaders() throws IOException {
        fuzz(
                "rec.edf",
                file -> {
                    var edf = EdfFile.open(file);
                    readSome(edf);
                    edf.annotations().size();
                },
                List.of(edf("EDF+C"), edf("EDF+D"), edf("")));
    }

    @Test
    void tables() throws IOException {
        var inRows = CsvForm.recordsInRows(360);
        fuzz(
                "rec.csv",
                file -> {
                    readSome(CsvFile.open(file, CsvForm.leadsInColumns(360)).get(0));
                    CsvFile.open(file, inRows).forEach(FuzzTest::readSome);
                },
                List.of(
                        text("time,I,II\ns,mV,mV\n0,1.5,-2\n0.01,1,NaN\n0.02,,3\n"),
                        text("a;1,5;2;3\nb;4;5,25;\n"),
                        text("1 2 3\n 4  5 6\n"),
                        text("'id'\t\"x\"\n1\t-2e-3\n")));
    }

    @Test
    @Tag("data")
    void compressedFiles() throws IOException {
        var data = Shared.data("wfdb-conformance");
        Files.writeString(folder.resolve("rec.hea"), "rec 1 200 499\nrec.dat 516 200 16 0\n");
        fuzz(
                "rec.dat",
                file -> readRecord(folder.resolve("rec.hea")),
                List.of(
                        Files.readAllBytes(data.resolve("flacformats.d1")),
                        Files.readAllBytes(data.resolve("flacformats.d0"))));
    }

    private void fuzz(String name, Reading reading, List<byte[]> seeds) throws IOException {
        var mutator = new Mutator(SEED);
        var file = folder.resolve(name);
        for (var seed : seeds) {
            Files.write(file, seed);
            reading.read(file);
        }
        assertTimeoutPreemptively(LONGEST, () -> {
            var refused = 0;
            for (var i = 0; i < FILES; i++) {
                var bytes = mutator.mutate(seeds.get(i % seeds.size()));
                Files.write(file, bytes);
                refused += isRefused(file, reading, i, bytes) ? 1 : 0;
            }
            assertTrue(refused > FILES / 50 && refused < FILES, refused + " of " + FILES + " were refused");
        });
    }

    private static boolean isRefused(Path file, Reading reading, int number, byte[] bytes) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var refused = false;
        try {
            reading.read(file);
        } catch (RecordingException ex) {
            refused = true;
            assertTrue(
                    ex.getMessage().length() > 40 && ex.getMessage().endsWith("."), "a sentence: " + ex.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError ex) {
            fail("file " + number + ": " + HexFormat.of().formatHex(bytes), ex);
        }
        var used = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(
                used < MOST_BYTES,
                () -> "file " + number + " took " + used + " bytes: "
                        + HexFormat.of().formatHex(bytes));
        return refused;
    }

    /** The whole of short recordings, the beginning and the end of those that claim to be long. */
    private static void readSome(Recording recording) {
        var channels = recording.channels();
        var all = IntStream.range(0, Math.min(8, channels.size())).boxed().toList();
        recording.annotations().size();
        var fastest =
                channels.stream().mapToDouble(channel -> channel.rate()).max().orElse(1);
        var longest =
                channels.stream().mapToLong(channel -> channel.samples()).max().orElse(0);
        if (longest < 100_000) {
            recording.read(all, TimeRange.ALL, Progress.NONE);
        }
        var seconds = 5000 / fastest;
        recording.read(all, new TimeRange(0, seconds), Progress.NONE);
        recording.read(all, new TimeRange(longest / fastest, longest / fastest + seconds), Progress.NONE);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] words(int... codesAndValues) {
        var bytes = ByteBuffer.allocate(codesAndValues.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < codesAndValues.length; i += 2) {
            bytes.putShort((short) (codesAndValues[i] << 10 | codesAndValues[i + 1] & 0x3FF));
        }
        return bytes.array();
    }

    /** Three data records of a lead with four samples and an annotation signal with eight. */
    private static byte[] edf(String kind) {
        var header = new StringBuilder();
        for (var field : new String[] {
            "0|8",
            "X F 01-JAN-1950 Doe|80",
            "Startdate|80",
            "02.03.02|8",
            "10.11.12|8",
            "768|8",
            kind + "|44",
            "3|8",
            "0.5|8",
            "2|4",
            "ECG I|16",
            "EDF Annotations|16",
            "|160",
            "mV|8",
            "|8",
            "-1|8",
            "-1|8",
            "1|8",
            "1|8",
            "-2048|8",
            "-32768|8",
            "2047|8",
            "32767|8",
            "|160",
            "4|8",
            "8|8",
            "|64"
        }) {
            var parts = field.split("\\|");
            header.append(parts[0]).append(" ".repeat(Integer.parseInt(parts[1]) - parts[0].length()));
        }
        var bytes = ByteBuffer.allocate(768 + 3 * 24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text(header.toString()));
        for (var i = 0; i < 3; i++) {
            for (var sample = 0; sample < 4; sample++) {
                bytes.putShort((short) (100 * sample));
            }
            var list = text("+" + i + "\u0014\u0014\0+" + i + ".1\u0014N\u0014\0");
            bytes.put(list).position(768 + 24 * (i + 1));
        }
        return bytes.array();
    }
}
