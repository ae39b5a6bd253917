package org.ecgdistill.recording.dataset;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Names;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.TextTable;

/** Finds the table of labels that lies in a folder of recordings. */
final class LabelFile {

    private static final String REFERENCE = "reference";
    private static final String LABELS = "labels";
    private static final String ENDING = ".csv";
    private static final int FILES_PER_REPORT = 64;

    private LabelFile() {}

    /**
     * The table that is chosen, or else REFERENCE.csv, the only other file whose name begins with REFERENCE, or
     * labels.csv in the folder.
     *
     * @param source a folder of recordings or one of its files
     * @throws RecordingException if there is no such table, or more than one
     */
    static TextTable read(Path source, LabelOptions options, Progress progress) {
        return options.table()
                .orElseGet(() -> TextTable.read(
                        in(
                                Files.isDirectory(source)
                                        ? source
                                        : source.toAbsolutePath().getParent(),
                                progress),
                        progress));
    }

    private static Path in(Path folder, Progress progress) {
        var tables = tables(folder, progress);
        var references = tables.keySet().stream()
                .filter(name -> name.startsWith(REFERENCE))
                .toList();
        if (references.size() > 1 && !tables.containsKey(REFERENCE + ENDING)) {
            throw new RecordingException("The folder " + folder + " has several tables of labels: "
                    + Names.list(references.stream()
                            .map(name -> tables.get(name).getFileName().toString())
                            .toList())
                    + ". Choose one of them.");
        }
        var name = references.contains(REFERENCE + ENDING) || references.isEmpty()
                ? (references.isEmpty() ? LABELS : REFERENCE) + ENDING
                : references.get(0);
        var found = tables.get(name);
        if (found == null) {
            throw new RecordingException("The folder " + folder + " has no table of labels: found neither"
                    + " REFERENCE.csv nor labels.csv. Choose the table, or read the recordings without such a table.");
        }
        PlainFile.isThere(found, found, Optional.of(folder));
        return found;
    }

    /** The files that may be meant, by their names in lower case. */
    private static TreeMap<String, Path> tables(Path folder, Progress progress) {
        var tables = new TreeMap<String, Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            var seen = 0;
            for (var file : files) {
                if (seen++ % FILES_PER_REPORT == 0) {
                    progress.report(0, "Looking for labels: " + seen + " files seen");
                }
                var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.equals(LABELS + ENDING) || name.startsWith(REFERENCE) && name.endsWith(ENDING)) {
                    tables.put(name, file);
                }
            }
        } catch (IOException ex) {
            throw RecordingException.unreadable(folder, ex);
        } catch (DirectoryIteratorException ex) {
            throw RecordingException.unreadable(folder, ex.getCause());
        }
        return tables;
    }
}
