package org.ecgdistill.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's own Java files. */
public final class Sources {

    public static final Path ROOT = Path.of(System.getProperty("ecgdistill.root", "../.."));

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
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
