package org.ecgdistill.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.ecgdistill.runner.api.Run;

/**
 * Executed workflows, with their data and models, as earlier versions saved them: what lies on other people's disks. A
 * folder for each version; once it is there it is never made anew.
 */
final class KeptWorkflows {
    private static final Path FOLDER = TestPlatform.root().resolve("tests/osgi/src/test/resources/kept");
    private static final String NEW_VERSION = "ecgdistill.keep";

    private KeptWorkflows() {}

    static Stream<Path> all() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".knwf")).sorted().toList().stream();
        }
    }

    /** Those with a node in them. */
    static Stream<Path> with(String node) throws IOException {
        return all().filter(file -> {
            try (var zip = new ZipFile(file.toFile())) {
                return zip.stream().anyMatch(entry -> entry.getName().contains("/" + node + " (#"));
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    /** The version for which workflows are to be kept, if there is one: {@code -Decgdistill.keep=0.2.0}. */
    static Path newVersion() {
        var version = System.getProperty(NEW_VERSION, "");
        return version.isEmpty() ? null : FOLDER.resolve(version);
    }

    /** Keeps what came out of a run, with the files that lie in the workflow it came from. */
    static void keep(Run run, Path workflow, Path file) throws IOException {
        var folder = Files.createTempDirectory("kept").resolve(workflow.getFileName());
        run.save(folder);
        for (var part : WorkflowArchives.parts(workflow.resolve("data"))) {
            var copy = folder.resolve(workflow.relativize(part));
            Files.createDirectories(copy.getParent());
            Files.copy(part, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        WorkflowArchives.write(folder, file);
    }
}
