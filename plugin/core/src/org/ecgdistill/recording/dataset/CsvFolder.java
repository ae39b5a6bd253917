package org.ecgdistill.recording.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvFile;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.csv.CsvRecording;

/** The recordings in files of numbers. */
final class CsvFolder {

    /** A recording that can be opened, in the file of this name. */
    private record Found(Path file, String fileName, CsvRecording recording) {}

    private CsvFolder() {}

    /** @param files the files and a name for each */
    static List<DataSetEntry> entries(
            List<Path> files, Map<Path, String> names, CsvForm form, SubjectRule subjects, Progress progress) {
        var opened = new HashMap<Path, List<Found>>();
        var broken = new HashMap<Path, RecordingException>();
        for (var file : files) {
            progress.report(0, "Looking for recordings: " + file.getFileName());
            try {
                opened.put(
                        file,
                        CsvFile.open(file, names.get(file), form, progress).stream()
                                .map(recording -> new Found(file, names.get(file), recording))
                                .toList());
            } catch (RecordingException ex) {
                // The other files can still be read: this one reports what is wrong when it is opened.
                broken.put(file, ex);
            }
        }
        var ambiguous = inSeveralFiles(opened);
        var entries = new ArrayList<DataSetEntry>();
        for (var file : files) {
            var name = names.get(file);
            if (broken.containsKey(file)) {
                entries.add(DataSetEntry.plain(name, file.toString(), subjects.subject(name, name), () -> {
                    throw broken.get(file);
                }));
            } else {
                opened.get(file).forEach(found -> entries.add(entry(found, ambiguous, subjects)));
            }
        }
        return entries;
    }

    /** Names that rows of more than one file have. */
    private static Set<String> inSeveralFiles(Map<Path, List<Found>> opened) {
        var fileOf = new HashMap<String, Path>();
        var ambiguous = new HashSet<String>();
        for (var found : opened.values()) {
            for (var row : found) {
                var other = fileOf.putIfAbsent(row.recording().name(), row.file());
                if (other != null && !other.equals(row.file())) {
                    ambiguous.add(row.recording().name());
                }
            }
        }
        return ambiguous;
    }

    private static DataSetEntry entry(Found found, Set<String> ambiguous, SubjectRule subjects) {
        var recording = found.recording();
        var name = ambiguous.contains(recording.name()) ? found.fileName() + "-" + recording.name() : recording.name();
        var subject = recording.subject().orElseGet(() -> subjects.subject(found.fileName(), name));
        return DataSetEntry.plain(name, found.file().toString(), subject, () -> recording)
                .withLabel(recording.label());
    }
}
