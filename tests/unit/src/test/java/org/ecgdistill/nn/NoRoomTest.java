package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.testing.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where PyTorch's libraries can't be unpacked. */
class NoRoomTest {

    /** In the shell's blocks of at most 1,024 bytes: less than the largest library. */
    private static final int BLOCKS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void aDiskWithoutRoomIsNamed() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no shell that can limit a process");
        var limited = List.of("/bin/sh", "-c", "ulimit -f " + BLOCKS + " && exec \"$@\"", "sh");
        assertSaysWhatToDo(said(limited, folder));
        try (var all = Files.walk(folder)) {
            // A part of a library that lies where a whole one is looked for would break every later start.
            assertFalse(all.anyMatch(path -> path.endsWith("libtorch_cpu.so") && isInPlace(path)));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertSaysWhatToDo(said(List.of(), file));
    }

    /** DJL unpacks into a folder beside, and gives it its name when all is there. */
    private static boolean isInPlace(Path library) {
        return library.getParent().getFileName().toString().contains("cpu-");
    }

    private static void assertSaysWhatToDo(String said) {
        assertTrue(said.contains("PyTorch could not be started: "), said);
        assertTrue(
                said.contains("make sure that there is enough space and that it is writable, then restart KNIME"),
                said);
    }

    private static String said(List<String> before, Path cache) throws IOException {
        var child = Child.of(before, EngineStarter.class);
        child.environment().put("DJL_CACHE_DIR", cache.toString());
        return Child.said(child.start());
    }
}
