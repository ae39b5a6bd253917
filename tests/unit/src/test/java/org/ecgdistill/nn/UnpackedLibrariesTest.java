package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.testing.Child;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch starts with a cache in any state, and ends with a whole one. */
class UnpackedLibrariesTest {

    private static final String OWN = System.mapLibraryName("djl_torch");
    private static final String LARGE = System.mapLibraryName("torch_cpu");

    @TempDir
    private Path temporary;

    /** Of the cache that this process uses, which is whole. */
    private Path whole;

    private Path cache;
    private Path libraries;

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(System.getenv("PYTORCH_LIBRARY_PATH") == null, "skipped: other libraries are asked for");
        Torch.version();
        var platform = Platform.detectPlatform("pytorch");
        var name = platform.getVersion() + '-' + platform.getFlavor() + '-' + platform.getClassifier();
        whole = Utils.getEngineCacheDir("pytorch").resolve(name);
        cache = temporary.resolve("pytorch");
        libraries = Files.createDirectories(cache.resolve(name));
        try (var files = Files.list(whole)) {
            for (var file : files.toList()) {
                // A link takes no room; what is damaged below is replaced and not changed.
                try {
                    Files.createLink(libraries.resolve(file.getFileName()), file);
                } catch (IOException | UnsupportedOperationException ex) {
                    Files.copy(file, libraries.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void aWholeCacheIsLeftAsItIs() throws IOException {
        var young = Files.createDirectory(cache.resolve("tmp123"));
        var before = Files.getLastModifiedTime(libraries);
        assertTrue(said(start()).startsWith("started "));
        assertEquals(before, Files.getLastModifiedTime(libraries));
        assertTrue(Files.exists(young), "another process may be unpacking");
        assertFalse(Files.exists(cache.resolve("ecgdistill.lock")));
    }

    /** Two at once, of which each finds the damage. */
    @Test
    void aLibraryThatIsCutOffIsUnpackedAnew() throws IOException {
        cutOff(libraries.resolve(LARGE));
        var old = Files.createDirectories(cache.resolve("tmp456/inner"));
        Files.writeString(old.resolve("left"), "by a crash");
        Files.setLastModifiedTime(old.getParent(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var first = start();
        var second = start();
        assertTrue(said(first).startsWith("started "));
        assertTrue(said(second).startsWith("started "));
        assertEquals(lengths(whole), lengths(libraries));
        assertFalse(Files.exists(old));
        try (var left = Files.list(cache)) {
            assertEquals(
                    List.of(libraries.getFileName().toString(), "ecgdistill.lock"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theSmallLibraryIsReplacedAlone() throws IOException {
        try (var files = Files.list(libraries)) {
            cutOff(files.filter(file -> file.toString().endsWith(OWN))
                    .findFirst()
                    .orElseThrow());
        }
        // What DJL would load as a library.
        var left = Files.writeString(libraries.resolve("jni789tmp"), "half of it");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        var large = Files.readAttributes(libraries.resolve(LARGE), "fileKey,lastModifiedTime");
        assertTrue(said(start()).startsWith("started "));
        assertEquals(lengths(whole), lengths(libraries));
        assertEquals(large, Files.readAttributes(libraries.resolve(LARGE), "fileKey,lastModifiedTime"));
    }

    private static void cutOff(Path library) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(library)) {
            start = in.readNBytes(1 << 16);
        }
        Files.delete(library);
        Files.write(library, start);
    }

    private static Map<String, Long> lengths(Path folder) throws IOException {
        var lengths = new TreeMap<String, Long>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                lengths.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return lengths;
    }

    private Process start() throws IOException {
        var child = Child.of(List.of(), EngineStarter.class);
        child.environment().put("DJL_CACHE_DIR", temporary.toString());
        return child.start();
    }

    /** Without what loggers print before it. */
    private static String said(Process process) throws IOException {
        var said = Child.said(process);
        return said.substring(Math.max(0, said.indexOf("started ")));
    }
}
