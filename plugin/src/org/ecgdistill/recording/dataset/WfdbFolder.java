package org.ecgdistill.recording.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ecgdistill.recording.InsideFolder;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.recording.wfdb.WfdbOptions;
import org.ecgdistill.signal.Progress;

/** A folder of WFDB records: those that its file RECORDS lists, or else all whose headers are there. */
final class WfdbFolder {

    static final String RECORDS = "RECORDS";

    private static final String HEADER = ".hea";

    private static final int DEEPEST_LIST = 8;

    private WfdbFolder() {}

    static List<DataSetEntry> entries(final Path folder, final WfdbOptions options, final Progress progress) {
        return names(folder, progress).stream()
                .map(name -> entry(folder.resolve(name), name, options))
                .toList();
    }

    static DataSetEntry entry(final Path record, final String name, final WfdbOptions options) {
        return DataSetEntry.plain(name, record.toString(), name, () -> Wfdb.open(record, options));
    }

    /** Paths of the records below the folder, without {@code .hea}. */
    static List<String> names(final Path folder, final Progress progress) {
        if (isListed(folder)) {
            return listed(folder);
        }
        var headers = Listing.files(folder, progress, HEADER);
        var segments = segments(headers, progress);
        return headers.stream()
                .filter(header -> !segments.contains(header.toAbsolutePath().normalize()))
                .map(header -> Listing.nameBelow(folder, header))
                .toList();
    }

    /** The same with the parts of records; no header is read for it. */
    static List<String> namesWithSegments(final Path folder, final Progress progress) {
        return isListed(folder)
                ? listed(folder)
                : Listing.files(folder, progress, HEADER).stream()
                        .map(header -> Listing.nameBelow(folder, header))
                        .toList();
    }

    private static boolean isListed(final Path folder) {
        return Files.isRegularFile(folder.resolve(RECORDS));
    }

    private static List<String> listed(final Path folder) {
        var names = new ArrayList<String>();
        addListed(folder, "", 0, names);
        return names;
    }

    /** A line that ends in a slash names a folder with a list of its own. */
    private static void addListed(final Path folder, final String prefix, final int depth, final List<String> names) {
        var list = folder.resolve(prefix + RECORDS);
        for (var line : lines(list)) {
            var name = line.strip();
            if (name.isEmpty()) {
                continue;
            }
            InsideFolder.find(list, name);
            if (name.endsWith("/") && depth < DEEPEST_LIST) {
                addListed(folder, prefix + name, depth + 1, names);
            } else {
                names.add(prefix + name);
            }
        }
    }

    private static List<String> lines(final Path list) {
        try {
            return Files.readAllLines(list, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw RecordingException.unreadable(list, e);
        }
    }

    /** Headers that are only parts of other records. */
    private static Set<Path> segments(final List<Path> headers, final Progress progress) {
        var segments = new HashSet<Path>();
        for (var header : headers) {
            progress.report(0, "Looking for recordings: " + header.getFileName());
            try {
                for (var segment : Wfdb.readHeader(header).segments()) {
                    if (!segment.isGap()) {
                        segments.add(InsideFolder.find(header, segment.name() + ".hea"));
                    }
                }
            } catch (RecordingException e) {
                // A broken header is listed, and says what is wrong with it when it is opened.
                continue;
            }
        }
        return segments;
    }
}
