package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ecgdistill.runner.api.RunnerException;

/** Finds the workflow's folder: the given one, or the one root folder inside a .knwf file. */
final class WorkflowArchive {
    static final String WORKFLOW_FILE = "workflow.knime";

    private WorkflowArchive() {}

    /**
     * @param source a workflow folder or a .knwf file
     * @param unpacked where an archive is unpacked to
     * @return the folder that holds workflow.knime
     */
    static Path folder(Path source, Path unpacked) {
        if (!Files.exists(source)) {
            throw new RunnerException("There is no workflow at " + source + "; check the path.");
        }
        if (Files.isDirectory(source)) {
            return checked(source, source);
        }
        try {
            unpack(source, unpacked);
            try (var children = Files.list(unpacked)) {
                var folders = children.filter(Files::isDirectory).toList();
                if (folders.size() != 1) {
                    throw new RunnerException(source + " holds " + folders.size()
                            + " folders at its root, but a .knwf file holds one workflow in one folder;"
                            + " export a single workflow from KNIME.");
                }
                return checked(folders.get(0), source);
            }
        } catch (IOException ex) {
            throw new RunnerException(source + " could not be unpacked: " + ex.getMessage(), ex);
        }
    }

    private static Path checked(Path folder, Path source) {
        if (!Files.isRegularFile(folder.resolve(WORKFLOW_FILE))) {
            throw new RunnerException(source + " is not a KNIME workflow: there is no " + WORKFLOW_FILE
                    + " in it; choose the workflow's own folder or a .knwf file.");
        }
        return folder;
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                unpack(zip, entry, archive, target);
            }
        } catch (ZipException ex) {
            throw new RunnerException(
                    archive + " is not a .knwf file: it is not a zip archive or is damaged (" + ex.getMessage()
                            + "); export the workflow from KNIME again.",
                    ex);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path archive, Path target) throws IOException {
        var file = target.resolve(entry.getName().replace('\\', '/')).normalize();
        if (!file.startsWith(target)) {
            throw new RunnerException(archive + " was refused: its entry \"" + entry.getName()
                    + "\" points outside the workflow's folder. Do not trust this file; get it from its author again.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
