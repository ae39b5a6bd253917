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

/** A folder of WFDB records: those that its file RECORDS lists, or else all whose headers are there. */
final class WfdbFolder {

    static final String RECORDS = "RECORDS";

    private static final int DEEPEST_LIST = 8;

    private WfdbFolder() {}

    static List<DataSetEntry> entries(final Path folder, final WfdbOptions options) {
        return names(folder).stream()
                .map(name -> entry(folder.resolve(name), name, options))
                .toList();
    }

    static DataSetEntry entry(final Path record, final String name, final WfdbOptions options) {
        return DataSetEntry.plain(name, record.toString(), name, () -> Wfdb.open(record, options));
    }

    /** Paths of the records below the folder, without {@code .hea}. */
    static List<String> names(final Path folder) {
        var names = new ArrayList<String>();
        if (Files.isRegularFile(folder.resolve(RECORDS))) {
            addListed(folder, "", 0, names);
        } else {
            var headers = Listing.files(folder, ".hea");
            var segments = segments(headers);
            for (var header : headers) {
                if (!segments.contains(header.toAbsolutePath().normalize())) {
                    names.add(Listing.nameBelow(folder, header));
                }
            }
        }
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
    private static Set<Path> segments(final List<Path> headers) {
        var segments = new HashSet<Path>();
        for (var header : headers) {
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
