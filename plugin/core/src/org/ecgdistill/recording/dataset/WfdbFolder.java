package org.ecgdistill.recording.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.InsideFolder;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.recording.wfdb.WfdbOptions;

/** A folder of WFDB records: those that its file RECORDS lists, or else all that have a header. */
final class WfdbFolder {

    static final String RECORDS = "RECORDS";
    static final String HEADER = ".hea";
    private static final int LINES_PER_REPORT = 1024;

    /** Bytes of a listed record before it is opened, besides its name. */
    private static final int BYTES = 400;

    private WfdbFolder() {}

    static List<DataSetEntry> entries(Listing listing, WfdbOptions options, SubjectRule subjects) {
        var folder = listing.folder();
        var inside = options.inside(folder);
        return names(listing).stream()
                .map(name -> entry(folder.resolve(name), name, inside, subjects))
                .toList();
    }

    static DataSetEntry entry(Path record, String name, WfdbOptions options, SubjectRule subjects) {
        return DataSetEntry.plain(
                name, record.toString(), subjects.subject(name, name), () -> Wfdb.open(record, options));
    }

    /** Paths of the records below the folder, without {@code .hea}. */
    static List<String> names(Listing listing) {
        var folder = listing.folder();
        if (isListed(folder)) {
            return listed(folder, listing.progress());
        }
        var headers = listing.files(HEADER);
        var segments = segments(headers, listing.progress());
        return headers.stream()
                .filter(header -> !segments.contains(header.toAbsolutePath().normalize()))
                .map(header -> Listing.nameBelow(folder, header))
                .toList();
    }

    /** The same, including parts of records; no header is read. */
    static List<String> namesWithSegments(Listing listing) {
        var folder = listing.folder();
        return isListed(folder)
                ? listed(folder, listing.progress())
                : listing.files(HEADER).stream()
                        .map(header -> Listing.nameBelow(folder, header))
                        .toList();
    }

    static boolean isListed(Path folder) {
        return Files.isRegularFile(folder.resolve(RECORDS));
    }

    private static List<String> listed(Path folder, Progress progress) {
        var names = new ArrayList<String>();
        try {
            addListed(
                    folder,
                    "",
                    new HashSet<>(),
                    names,
                    new Budget("The list of records " + folder.resolve(RECORDS)),
                    progress);
        } catch (IOException ex) {
            throw RecordingException.unreadable(folder.resolve(RECORDS), ex);
        }
        return names;
    }

    /**
     * A line that ends in a slash names a folder with a list of its own.
     *
     * @param seen the lists read so far: lists may name each other
     */
    private static void addListed(
            Path folder, String prefix, Set<Path> seen, List<String> names, Budget budget, Progress progress)
            throws IOException {
        var list = folder.resolve(prefix + RECORDS);
        if (PlainFile.isThere(folder.resolve(RECORDS), list, Optional.of(folder)) && !seen.add(list.toRealPath())) {
            return;
        }
        for (var line : lines(list, budget)) {
            var name = line.strip();
            if (name.isEmpty()) {
                continue;
            }
            InsideFolder.find(list, name);
            if (name.endsWith("/")) {
                addListed(folder, prefix + name, seen, names, budget, progress);
            } else {
                names.add(prefix + name);
                if (names.size() % LINES_PER_REPORT == 0) {
                    progress.report(0, "Looking for recordings: " + names.size() + " records listed");
                }
            }
        }
    }

    private static List<String> lines(Path list, Budget budget) {
        try (var reader = Files.newBufferedReader(list, StandardCharsets.ISO_8859_1)) {
            // All of it may be one line.
            Memory.check("The list of records " + list, 4.0 * Files.size(list));
            var lines = new ArrayList<String>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                budget.take(BYTES + line.length());
                lines.add(line);
            }
            return lines;
        } catch (IOException ex) {
            throw RecordingException.unreadable(list, ex);
        }
    }

    /** Headers that are only parts of other records. */
    private static Set<Path> segments(List<Path> headers, Progress progress) {
        var segments = new HashSet<Path>();
        for (var header : headers) {
            progress.report(0, "Looking for recordings: " + header.getFileName());
            try {
                for (var segment : Wfdb.readHeader(header).segments()) {
                    if (!segment.isGap()) {
                        segments.add(InsideFolder.find(header, segment.name() + HEADER));
                    }
                }
            } catch (RecordingException ex) {
                // A record with a broken header is listed; what is wrong with it is reported when it is opened.
                continue;
            }
        }
        return segments;
    }
}
