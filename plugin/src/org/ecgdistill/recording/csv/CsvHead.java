package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.RecordingException;

/**
 * The beginning of a file of numbers.
 *
 * @param names of the columns; empty if the file has no header
 * @param units of the columns; empty if the file does not state them
 * @param example the first row of numbers
 * @param dataStart the byte at which the numbers begin
 * @param linesBefore how many lines come before them
 */
record CsvHead(
        CsvDialect dialect,
        List<String> names,
        List<String> units,
        List<String> example,
        long dataStart,
        long linesBefore) {

    private static final int LINES_LOOKED_AT = 20;

    static CsvHead of(final Path file) {
        var lines = new ArrayList<String>();
        var starts = new ArrayList<Long>();
        var numbers = new ArrayList<Long>();
        try (var reader = CsvLines.open(file)) {
            for (var line = reader.next(); line != null && lines.size() < LINES_LOOKED_AT; line = reader.next()) {
                lines.add(line);
                starts.add(reader.lineStart());
                numbers.add(reader.number());
            }
        }
        var dialect = CsvDialect.of(lines);
        var rows = lines.stream().map(dialect::split).toList();
        var first = 0;
        while (first < rows.size() && !holdsNumbers(dialect, rows.get(first))) {
            first++;
        }
        if (first == rows.size()) {
            throw new RecordingException("The file " + file + " has no row of numbers among its first " + rows.size()
                    + " lines. It is not a table of samples: choose another file, or export it again.");
        }
        return new CsvHead(
                dialect,
                first > 0 ? rows.get(0) : List.of(),
                first > 1 ? rows.get(1) : List.of(),
                rows.get(first),
                starts.get(first),
                numbers.get(first) - 1);
    }

    /** A row of samples may hold a time or a name besides, but most of it are numbers. */
    private static boolean holdsNumbers(final CsvDialect dialect, final List<String> fields) {
        var numbers = fields.stream()
                .filter(field -> !Double.isNaN(dialect.number(field)))
                .count();
        var texts = fields.stream().filter(field -> !dialect.isNumber(field)).count();
        return numbers > 0 && texts <= Math.max(1, numbers);
    }

    /** The index of the column of this name; -1 if there is none. */
    int column(final String name) {
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        return -1;
    }
}
