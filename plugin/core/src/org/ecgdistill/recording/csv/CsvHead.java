package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/**
 * The beginning of a file of numbers.
 *
 * @param names of the columns; empty if the file has no header
 * @param units of the columns; empty if the file does not state them
 * @param examples the first rows of samples, at least one
 * @param dataStart the byte at which the samples begin
 * @param linesBefore how many lines come before them
 */
record CsvHead(
        CsvDialect dialect,
        List<String> names,
        List<String> units,
        List<List<String>> examples,
        long dataStart,
        long linesBefore) {

    private static final int LINES_LOOKED_AT = 20;

    /** The name that pandas gives a column without a name when it reads and writes it again. */
    private static final String UNNAMED = "unnamed: 0";

    static CsvHead of(Path file) {
        PlainFile.check(file);
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
        var first = CsvRows.firstOfSamples(dialect, rows);
        if (first == rows.size()) {
            throw new RecordingException("The file " + file + " has no row of numbers among its first " + rows.size()
                    + " lines. It is not a table of samples: choose another file, or export it again.");
        }
        var titles = CsvRows.titles(file, rows.subList(0, first), rows.subList(first, rows.size()));
        return new CsvHead(
                dialect,
                titles.isEmpty() ? List.of() : titles.get(0),
                titles.size() < 2 ? List.of() : titles.get(1),
                rows.subList(first, rows.size()),
                starts.get(first),
                numbers.get(first) - 1);
    }

    /** How many fields a row of samples has. */
    int width() {
        return examples.get(0).size();
    }

    /** The name of a column; empty if it has none. */
    String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    /** Whether a column holds more numbers than text, so that one bad cell is reported and does not hide a lead. */
    boolean holdsNumbers(int column) {
        var texts = 0;
        var numbers = 0;
        for (var row : examples) {
            if (column < row.size()) {
                texts += dialect.isNumber(row.get(column)) ? 0 : 1;
                numbers += Double.isNaN(dialect.number(row.get(column))) ? 0 : 1;
            }
        }
        return texts <= numbers && !isFiller(column);
    }

    /** Whether a column has neither name nor contents, as a separator at the end of each row makes one. */
    boolean isFiller(int column) {
        return !names.isEmpty()
                && name(column).isEmpty()
                && examples.stream()
                        .allMatch(row -> column >= row.size() || row.get(column).isEmpty());
    }

    /** Whether a column only numbers the rows: the first, without a name in a file with names, as pandas and R write it. */
    boolean isIndex(int column) {
        if (column != 0 || names.isEmpty()) {
            return false;
        }
        var name = name(0).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals(UNNAMED)) {
            return false;
        }
        var first = dialect.number(examples.get(0).get(0));
        for (var i = 0; i < examples.size(); i++) {
            if (dialect.number(examples.get(i).get(0)) != first + i) {
                return false;
            }
        }
        return first == 0 || first == 1;
    }

    /** The index of the column of this name, in upper or lower case. */
    OptionalInt column(String name) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
