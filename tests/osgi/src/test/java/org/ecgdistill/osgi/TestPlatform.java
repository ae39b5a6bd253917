package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.ecgdistill.runner.launch.Installation;
import org.ecgdistill.runner.launch.Knime;

/** The one platform of this JVM, with nodes for tests in it. */
final class TestPlatform {
    static final String COUNTER = "org.ecgdistill.testnodes.CounterNodeFactory";
    static final String JOIN = "org.ecgdistill.testnodes.JoinNodeFactory";
    private static Path testNodes;
    private static boolean hasTestNodes;
    private static boolean hasExamples;

    private TestPlatform() {}

    /** The platform with the nodes of src/test/nodes. */
    static synchronized Knime withTestNodes() {
        if (!hasTestNodes) {
            Knime.get().install(List.of(testNodes()));
            hasTestNodes = true;
        }
        return Knime.get();
    }

    /** What the platform, its nodes and the runner have left in the folder for temporary files. */
    static Set<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new HashSet<>(files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.contains("ecgdistill") || name.contains("knime");
                    })
                    .toList());
        }
    }

    /** The nodes of src/test/nodes as a bundle. */
    static synchronized Path testNodes() {
        if (testNodes == null) {
            testNodes = compiled(Path.of("src/test/nodes"), "testnodes");
        }
        return testNodes;
    }

    /** The platform, with PyTorch's libraries unpacked below target and not in the home folder. */
    static Knime withTorch() {
        System.setProperty(
                "DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
        return Knime.get();
    }

    /** The platform with the example nodes, which lie outside the repository; without them the test is skipped. */
    static synchronized Knime withExamples() {
        var sources = examples("knime-nodes");
        if (!hasExamples) {
            Knime.get().install(List.of(compiled(sources, "examples")));
            hasExamples = true;
        }
        return Knime.get();
    }

    /** A folder of the examples; its absence skips the test. */
    static Path examples(String folder) {
        var given = System.getProperty("ecgdistill.examples", "../shared/examples");
        var path = root().resolve(given).resolve(folder).normalize();
        assumeTrue(Files.isDirectory(path), () -> "skipped: no folder " + path + " (set -Decgdistill.examples=DIR)");
        return path;
    }

    /** A folder of recordings, which lie outside the repository; its absence skips the test. */
    static Path data(String folder) {
        var given = System.getProperty("ecgdistill.data", "");
        var path = root().resolve(given.isBlank() ? "../shared/data" : given)
                .resolve(folder)
                .normalize();
        assumeTrue(Files.isDirectory(path), () -> "skipped: no folder " + path + " (set -Decgdistill.data=DIR)");
        return path;
    }

    /** The project's folder. */
    static Path root() {
        return Path.of(System.getProperty("ecgdistill.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** Compiles a plug-in project against the platform's bundles, as KNIME's own build would. */
    private static Path compiled(Path project, String name) {
        var bundle = Path.of("target", "test-bundles", name).toAbsolutePath();
        try {
            delete(bundle);
            copyAllButSources(project, bundle);
            compile(project.resolve("src"), bundle);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bundle;
    }

    private static void copyAllButSources(Path project, Path bundle) throws IOException {
        try (var files = Files.walk(project)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var relative = project.relativize(file);
                var place = relative.startsWith("src") ? relative.subpath(1, relative.getNameCount()) : relative;
                if (!file.toString().endsWith(".java")) {
                    Files.createDirectories(bundle.resolve(place).getParent());
                    Files.copy(file, bundle.resolve(place));
                }
            }
        }
    }

    private static void compile(Path sources, Path bundle) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler, "there is no Java compiler: run the tests with a JDK");
        var classPath = Installation.ofBuild().bundles().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try (var manager = compiler.getStandardFileManager(null, null, null);
                var files = Files.walk(sources)) {
            var units = manager.getJavaFileObjectsFromPaths(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
            var messages = new StringWriter();
            var options =
                    List.of("--release", "17", "-proc:none", "-nowarn", "-cp", classPath, "-d", bundle.toString());
            var task = compiler.getTask(messages, manager, null, options, null, units);
            assertTrue(task.call(), () -> "the nodes in " + sources + " do not compile:\n" + messages);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
