package org.ecgdistill.standin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Workflows that real KNIME saved, in folders saved-by-knime-*; without them the tests that need them are skipped. */
final class Examples {

    private Examples() {}

    static List<Path> savedWorkflows() throws IOException {
        var examples = Path.of(System.getProperty("ecgdistill.root", "../../.."))
                .resolve(System.getProperty("ecgdistill.examples", "../shared/examples"));
        assumeTrue(
                Files.isDirectory(examples), () -> "skipped: no folder " + examples + " (set -Decgdistill.examples)");
        try (var folders = Files.list(examples)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("saved-by-knime"))
                    .sorted()
                    .toList();
        }
    }

    /** All files of the saved workflows. */
    static Stream<Path> files() throws IOException {
        return savedWorkflows().stream().flatMap(workflow -> {
            try (var files = Files.walk(workflow)) {
                return files.filter(Files::isRegularFile).toList().stream();
            } catch (IOException ex) {
                throw new IllegalStateException(ex);
            }
        });
    }
}
