package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.ecgdistill.runner.api.RunnerException;

/** Folders as a whole: copied, deleted, made from scratch. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException ex) {
            throw new RunnerException("The folder " + folder + " could not be deleted: " + ex.getMessage(), ex);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Makes a folder that must not hold anything yet, so that nothing of the user's is overwritten. */
    static void createEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new RunnerException("The folder " + folder + " is not empty; choose a new one.");
            }
        }
    }

    /** A name for a file or folder that every system takes. */
    static String fileName(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-|-$", "");
    }
}
