package org.ecgdistill.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs workflows as KNIME exports them: a zip archive with the workflow's folder in it. */
final class WorkflowArchives {
    private WorkflowArchives() {}

    /** The same folder gives the same archive. */
    static void write(Path folder, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(9);
            for (var part : parts(folder)) {
                var entry = new ZipEntry(folder.getFileName() + "/"
                        + folder.relativize(part).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(part, zip);
            }
        }
    }

    /** All files in a folder, none if it is not there. */
    static List<Path> parts(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
