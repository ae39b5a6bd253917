package org.ecgdistill.model.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.testing.Child;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime's libraries are unpacked into a cache in any state, whole, and only if they have to be. */
class RuntimeLibrariesTest {

    private static final String LARGE = System.mapLibraryName("onnxruntime");
    private static final String SMALL = System.mapLibraryName("onnxruntime4j_jni");
    private static final String FOLDER = RuntimeLibraries.VERSION + "-linux-x64";
    private static final byte[] LARGE_CONTENT = {1, 2, 3, 4, 5};
    private static final byte[] SMALL_CONTENT = {6, 7};
    private static final String STARTED = "started " + RuntimeLibraries.VERSION + ", then null";
    private static final ClassLoader NO_PLUGIN = new URLClassLoader(new URL[0], null);

    @TempDir
    private Path temporary;

    @Test
    void theLibrariesAreUnpackedOnce() throws IOException {
        var folder = unpacked();
        assertEquals(cache().resolve(FOLDER), folder);
        assertWhole(folder);
        var before = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        var paths = List.of(folder.resolve(LARGE), folder.resolve(SMALL), folder);
        for (var path : paths) {
            Files.setLastModifiedTime(path, before);
        }
        // A cache that is complete may be write-protected. Windows does not protect folders in this way.
        folder.toFile().setReadOnly();
        unpacked();
        folder.toFile().setWritable(true);
        for (var path : paths) {
            assertEquals(before, Files.getLastModifiedTime(path), path::toString);
        }
    }

    @Test
    void onlyALibraryThatIsTruncatedIsUnpackedAgain() throws IOException {
        var folder = unpacked();
        Files.write(folder.resolve(LARGE), new byte[] {1, 2});
        var small = Files.readAttributes(folder.resolve(SMALL), "fileKey,lastModifiedTime");
        unpacked();
        assertWhole(folder);
        assertEquals(small, Files.readAttributes(folder.resolve(SMALL), "fileKey,lastModifiedTime"));
        Files.delete(folder.resolve(SMALL));
        unpacked();
        assertWhole(folder);
    }

    /** A crash leaves a temporary file; one that is young may belong to another process. */
    @Test
    void remainsOfInterruptedUnpackingAreDeleted() throws IOException {
        var folder = unpacked();
        var old = Files.write(folder.resolve(".ecgdistill-1.part"), new byte[] {1});
        var young = Files.write(folder.resolve(".ecgdistill-2.part"), new byte[] {1});
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        unpacked();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void theFolderThatCannotBeWrittenToIsNamed() throws IOException {
        var folder = Files.createDirectories(cache().resolve(FOLDER));
        Files.createDirectory(folder.resolve(SMALL));
        var refused = assertThrows(ModelException.class, this::unpacked).getMessage();
        assertTrue(refused.contains("the folder \"" + folder + "\" ("), refused);
        assertTrue(refused.contains("environment variable DJL_CACHE_DIR"), refused);
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(folder.resolve(LARGE), folder.resolve(SMALL)),
                    left.sorted().toList());
        }
    }

    @Test
    void withoutTheFeatureASentenceNamesIt() {
        for (var platform :
                List.of(List.of("Linux", "amd64"), List.of("Windows 11", "amd64"), List.of("Mac OS X", "aarch64"))) {
            var libraries = new RuntimeLibraries(cache(), NO_PLUGIN, platform.get(0), platform.get(1));
            assertEquals(
                    "ONNX Runtime, which runs models from ONNX files, is not installed. In KNIME choose \"Install"
                            + " extensions\" in the menu, install the feature \"ECG Distill: ONNX models\" from the"
                            + " update site of ECG Distill and restart KNIME.",
                    assertThrows(ModelException.class, libraries::unpacked).getMessage());
        }
        assertFalse(Files.exists(cache()));
    }

    @Test
    void aPlatformWithoutOnnxRuntimeIsNamed() {
        var libraries = new RuntimeLibraries(cache(), NO_PLUGIN, "Mac OS X", "x86_64");
        assertEquals(
                "ONNX Runtime, which runs models from ONNX files, is not available for Mac OS X on x86_64. It is"
                        + " available for Linux and Windows on x86-64 and for macOS on Apple silicon. Run the workflow"
                        + " on such a computer.",
                assertThrows(ModelException.class, libraries::unpacked).getMessage());
    }

    /** The real libraries: unpacked by two processes at once, found damaged by two, found whole by one. */
    @Test
    void anyNumberOfProcessesStartAtOnce() throws IOException {
        assertEquals(List.of(STARTED, STARTED), twoAtOnce());
        var folder = folderOfThisPlatform();
        var length = Files.size(folder.resolve(LARGE));
        assertTrue(length > 10_000_000, () -> length + " bytes");
        for (var library : List.of(LARGE, SMALL)) {
            Files.write(folder.resolve(library), new byte[100]);
        }
        assertEquals(List.of(STARTED, STARTED), twoAtOnce());
        assertEquals(length, Files.size(folder.resolve(LARGE)));
        assertEquals(STARTED, said(start()));
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(folder.resolve(LARGE), folder.resolve(SMALL)),
                    left.sorted().toList());
        }
    }

    /** Whenever a process is killed, there is no half of a library, and the next one starts. */
    @Test
    void aProcessMayBeKilledWhileItUnpacks() throws IOException, InterruptedException {
        var killed = start();
        while (killed.isAlive() && !isUnpacking()) {
            Thread.sleep(1);
        }
        killed.destroyForcibly().waitFor();
        for (var library : List.of(LARGE, SMALL)) {
            var file = folderOfThisPlatform().resolve(library);
            var whole = RuntimeLibrariesTest.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + library);
            assertTrue(!Files.exists(file)
                    || Files.size(file) == whole.openConnection().getContentLengthLong());
        }
        assertEquals(STARTED, said(start()));
    }

    /** Then nothing is unpacked, and ONNX Runtime itself says what is missing there. */
    @Test
    void theFolderThatTheUserHasSetIsRespected() throws IOException {
        var child = child();
        child.command().add(1, "-D" + RuntimeLibraries.FOLDER + "=" + temporary);
        var said = Child.said(child.start());
        assertTrue(said.contains("Native library 'onnxruntime' not found at " + temporary.resolve(LARGE)), said);
        assertFalse(Files.exists(cache()));
    }

    private Path cache() {
        return temporary.resolve("onnxruntime");
    }

    /** Unpacks a plugin with two tiny libraries. */
    private Path unpacked() {
        try {
            var plugin = temporary.resolve("plugin");
            var libraries = Files.createDirectories(plugin.resolve("ai/onnxruntime/native/linux-x64"));
            Files.write(libraries.resolve(LARGE), LARGE_CONTENT);
            Files.write(libraries.resolve(SMALL), SMALL_CONTENT);
            try (var loader = new URLClassLoader(new URL[] {plugin.toUri().toURL()}, null)) {
                return new RuntimeLibraries(cache(), loader, "Linux", "amd64").unpacked();
            }
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private static void assertWhole(Path folder) throws IOException {
        assertArrayEquals(LARGE_CONTENT, Files.readAllBytes(folder.resolve(LARGE)));
        assertArrayEquals(SMALL_CONTENT, Files.readAllBytes(folder.resolve(SMALL)));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    private Path folderOfThisPlatform() throws IOException {
        try (var folders = Files.list(cache())) {
            return folders.findFirst().orElseThrow();
        }
    }

    private String platform() throws IOException {
        return folderOfThisPlatform().getFileName().toString().substring(RuntimeLibraries.VERSION.length() + 1);
    }

    private boolean isUnpacking() throws IOException {
        if (!Files.isDirectory(cache())) {
            return false;
        }
        try (var files = Files.walk(cache())) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        } catch (UncheckedIOException ex) {
            return true;
        }
    }

    private List<String> twoAtOnce() throws IOException {
        var first = start();
        var second = start();
        return List.of(said(first), said(second));
    }

    private Process start() throws IOException {
        return child().start();
    }

    /** Without what loggers print before it. */
    private static String said(Process process) throws IOException {
        var said = Child.said(process);
        return said.substring(Math.max(0, said.indexOf("started "))).strip();
    }

    private ProcessBuilder child() {
        var child = Child.of(List.of(), RuntimeStarter.class);
        child.environment().put("DJL_CACHE_DIR", temporary.toString());
        return child;
    }

    /** The version is in many places; see "Dependencies" in CONTRIBUTING.md. */
    @Test
    void theVersionIsTheSameEverywhere() throws IOException {
        var version = RuntimeLibraries.VERSION;
        assertContains("pom.xml", "<onnxruntime.version>" + version + "</onnxruntime.version>");
        assertContains("plugin/core/about.html", "ONNX Runtime " + version + "</td>");
        assertContains("docs/library.md", "<version>" + version + "</version>");
        assertContains("docs/pytorch.md", "ONNX Runtime " + version);
        for (var platform : List.of("linux-x86_64", "win-x86_64", "osx-aarch64")) {
            var folder = "plugin/onnxruntime/" + platform;
            assertContains(folder + "/pom.xml", "<version>" + version + ".v");
            assertContains(folder + "/META-INF/MANIFEST.MF", "Bundle-Version: " + version + ".v");
        }
    }

    private static void assertContains(String file, String text) throws IOException {
        assertTrue(Files.readString(Sources.ROOT.resolve(file)).contains(text), file + " names another version");
    }
}
