package org.ecgdistill.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A header of some megabytes may list signals by the hundred thousand: each must not be compared with all others. */
class ManySignalsTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SIGNALS = 300_000;

    @TempDir
    Path folder;

    private Path header(String line) throws IOException {
        var text = new StringBuilder("rec " + SIGNALS + " 250 2\n");
        for (var i = 0; i < SIGNALS; i++) {
            text.append(line.replace("#", String.valueOf(i))).append('\n');
        }
        return Files.writeString(folder.resolve("rec.hea"), text.toString());
    }

    @Test
    void inOneFile() throws IOException {
        for (var format : new int[] {16, 8}) {
            var header = header("rec.dat " + format + " 1 16 0 7");
            Files.write(folder.resolve("rec.dat"), new byte[4 * SIGNALS]);
            var read =
                    assertTimeoutPreemptively(LONGEST, () -> Wfdb.open(header).readAll());
            assertEquals(SIGNALS, read.size());
            assertEquals(format == 8 ? 7 : 0, read.get(SIGNALS - 1).samples()[1]);
        }
    }

    @Test
    void inAFileEach() throws IOException {
        var header = header("s#.dat 16 1 16 0 7");
        assertEquals(
                SIGNALS,
                assertTimeoutPreemptively(LONGEST, () -> Wfdb.open(header).channels())
                        .size());
    }
}
