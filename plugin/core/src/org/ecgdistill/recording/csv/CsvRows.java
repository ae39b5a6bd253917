package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.Names;
import org.ecgdistill.recording.RecordingException;

/** Distinguishes the rows at the beginning of a file of numbers: titles, names, units and samples. */
final class CsvRows {

    private CsvRows() {}

    /** The index of the first row of samples; the number of rows if there are no samples. */
    static int firstOfSamples(CsvDialect dialect, List<List<String>> rows) {
        var first = isNumbered(dialect, rows) ? 1 : 0;
        while (first < rows.size() && !holdsSamples(dialect, rows.get(first))) {
            first++;
        }
        // Rows of empty cells before the first number are samples that are missing.
        var before = first;
        while (before > 0 && first < rows.size() && isBlank(rows.get(before - 1))) {
            before--;
        }
        return before;
    }

    /**
     * A row of samples may also hold a time or a name, but most of its fields are numbers. If all numbers are missing,
     * only a time may stand beside them, because a row of units looks the same.
     */
    private static boolean holdsSamples(CsvDialect dialect, List<String> fields) {
        var numbers = fields.stream()
                .filter(field -> !Double.isNaN(dialect.number(field)))
                .count();
        var texts = fields.stream().filter(field -> !dialect.isNumber(field)).toList();
        return numbers > 0
                ? texts.size() <= Math.max(1, numbers)
                : !isBlank(fields)
                        && texts.size() < Math.min(2, fields.size())
                        && texts.stream().allMatch(text -> Character.isDigit(text.charAt(0)));
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isEmpty);
    }

    /** Columns that had no names in pandas: numbers from 0, above rows that are numbered too. */
    private static boolean isNumbered(CsvDialect dialect, List<List<String>> rows) {
        if (rows.size() < 2 || rows.get(0).size() < 2 || !rows.get(0).get(0).isEmpty()) {
            return false;
        }
        var names = rows.get(0);
        for (var i = 1; i < names.size(); i++) {
            if (!names.get(i).equals(String.valueOf(i - 1))) {
                return false;
            }
        }
        return dialect.number(rows.get(1).get(0)) == 0;
    }

    /**
     * The rows of names and units: those that have as many fields as a row of samples. All other rows before the
     * samples describe the file.
     */
    static List<List<String>> titles(Path file, List<List<String>> before, List<List<String>> examples) {
        var most = examples.get(0).size();
        // A separator at the end of each row makes a last column that is empty.
        var least = Math.min(most, usedColumns(examples));
        var titles = new ArrayList<List<String>>();
        List<String> other = null;
        for (var row : before) {
            var used = usedColumns(List.of(row));
            if (used > 0 && used <= most && row.size() >= least) {
                titles.add(List.copyOf(row.subList(0, Math.min(row.size(), most))));
            } else if (used > 1) {
                other = row;
            }
        }
        if (titles.isEmpty() && other != null && before.size() <= 2) {
            throw new RecordingException(
                    "The file " + file + " names " + other.size() + " columns (" + Names.list(other)
                            + "), and its first row of numbers has " + most
                            + " fields. Name each column, with the same separator as between the numbers, or export"
                            + " the file again.");
        }
        return titles;
    }

    /** How many columns there are up to the last that is not empty. */
    private static int usedColumns(List<List<String>> rows) {
        var used = 0;
        for (var row : rows) {
            var count = row.size();
            while (count > used && row.get(count - 1).isEmpty()) {
                count--;
            }
            used = Math.max(used, count);
        }
        return used;
    }
}
