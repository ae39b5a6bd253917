package org.ecgdistill.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's own Java files. */
public final class Sources {

    public static final Path ROOT = Path.of(System.getProperty("ecgdistill.root", "../.."));

    /** Fewer are a sign that the folder is not the project's. */
    private static final int FEWEST = 500;

    private Sources() {}

    /** Those of both bundles. */
    public static List<Path> ofPlugin() {
        return below(ROOT.resolve("plugin"));
    }

    /** Those of the tests, the benchmarks, the stand-in and the runner. */
    public static List<Path> ofTests() {
        return below(ROOT.resolve("tests"));
    }

    private static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !folder.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
            if (sources.size() < FEWEST) {
                throw new IllegalStateException("Only " + sources.size() + " sources were found in " + folder + ".");
            }
            return sources;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
