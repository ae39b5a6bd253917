package org.ecgdistill.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ecgdistill.testing.Child;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        var file = folder.resolve("report.html");
        for (var content : List.of("first", "second, which is longer", "")) {
            write(file, content);
            assertEquals(content, Files.readString(file));
            assertAlone(file);
        }
    }

    @Test
    void whatFailsInTheMiddleLeavesTheOldFile() throws IOException {
        var file = folder.resolve("model.onnx");
        write(file, "old");
        for (var failure :
                List.of(new UncheckedIOException(new IOException("disk")), new IllegalStateException("bug"))) {
            assertThrows(
                    failure.getClass(),
                    () -> WholeFile.write(file, out -> {
                        out.write(new byte[1 << 20]);
                        out.flush();
                        throw failure;
                    }));
            assertEquals("old", Files.readString(file));
            assertAlone(file);
        }
        assertThrows(IOException.class, () -> write(folder.resolve("nowhere/model.onnx"), "new"));
    }

    /** A disk without room, played by a process that may write only small files. */
    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no shell that can limit a process");
        var file = folder.resolve("model.onnx");
        write(file, "old");
        var limited = List.of("/bin/sh", "-c", "ulimit -f 100 && exec \"$@\"", "sh");
        var said = Child.said(Child.of(limited, Large.class, file.toString()).start());
        assertTrue(said.contains("failed"), said);
        assertEquals("old", Files.readString(file));
        assertAlone(file);
    }

    /** Writes more than there is room for. */
    static final class Large {

        public static void main(String[] arguments) {
            try {
                WholeFile.write(Path.of(arguments[0]), out -> out.write(new byte[1 << 20]));
                System.out.println("written");
            } catch (IOException ex) {
                System.out.println("failed: " + ex);
            }
        }
    }

    @Test
    void anyNumberMayWriteAtOnce() throws Exception {
        var file = folder.resolve("report.html");
        var threads = Executors.newFixedThreadPool(8);
        try {
            var writers = IntStream.range(0, 64)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        write(file, Integer.toString(i % 10).repeat(10_000 + i));
                        assertTrue(Files.readString(file).matches("(\\d)\\1{9999,}"), "a whole file of one writer");
                        return null;
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertAlone(file);
    }

    @Test
    void aFolderOrALinkStaysWhatItIs() throws IOException {
        var place = Files.createDirectory(folder.resolve("place"));
        assertThrows(FileSystemException.class, () -> write(place, "new"));
        assertTrue(Files.isDirectory(place));
        var file = place.resolve("file");
        write(file, "old");
        Path link;
        try {
            link = Files.createSymbolicLink(folder.resolve("link"), file);
        } catch (IOException | UnsupportedOperationException ex) {
            assumeTrue(false, "skipped: no links can be made here");
            return;
        }
        write(link, "new");
        assertEquals("new", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
    }

    /** Nothing else in the plugin writes files by itself. */
    @Test
    void everythingIsWrittenHere() throws IOException {
        var writing =
                Pattern.compile("Files\\.(write|writeString|newBufferedWriter|newOutputStream)\\(|FileOutputStream\\("
                        + "|FileWriter\\(|RandomAccessFile\\(|PrintWriter\\(|ImageIO\\.write");
        for (var file : Sources.ofPlugin()) {
            assertTrue(
                    file.endsWith("WholeFile.java")
                            || !writing.matcher(Files.readString(file)).find(),
                    () -> file + " writes a file by itself: use WholeFile");
        }
        assertFalse(writing.matcher("WholeFile.write(file, content)").find());
    }

    private static void write(Path file, String content) throws IOException {
        WholeFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertAlone(Path file) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
