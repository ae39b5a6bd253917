package org.ecgdistill.recording.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecgdistill.recording.Names;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.TextTable;

/**
 * Which columns of a table name recordings, labels and persons.
 *
 * @param hasHeader whether the first row names the columns
 */
record LabelTableColumns(boolean hasHeader, int record, int label, OptionalInt subject) {

    private static final int ROWS_LOOKED_AT = 100;

    /** Usual names without blanks and signs, the first preferred. */
    private static final List<String> RECORD = List.of(
            "record",
            "recordname",
            "recordid",
            "recording",
            "recordingname",
            "recordingid",
            "filename",
            "file",
            "path",
            "filepath",
            "ecgid",
            "ecg",
            "id",
            "name");

    private static final List<String> LABEL = List.of(
            "label",
            "labels",
            "class",
            "classes",
            "diagnosis",
            "diagnoses",
            "rhythm",
            "category",
            "target",
            "annotation",
            "reference",
            "firstlabel",
            "dx");

    private static final List<String> SUBJECT = List.of(
            "subject", "subjectid", "patient", "patientid", "person", "personid", "participant", "participantid");

    /**
     * Finds the columns.
     *
     * @param isRecording whether a text names a recording, as none in a header does
     * @throws RecordingException if a column is not in the table
     */
    static LabelTableColumns of(TextTable table, LabelOptions options, Predicate<String> isRecording) {
        var first = table.rows().get(0).fields();
        if (first.size() < 2) {
            throw new RecordingException("The table " + table.file() + ", row "
                    + table.rows().get(0).number()
                    + ": found 1 column, expected at least 2, the name of a recording and"
                    + " its label, separated by commas, semicolons or tabs. Choose another file.");
        }
        var hasHeader =
                switch (options.headerRow()) {
                    case PRESENT -> true;
                    case ABSENT -> false;
                    case DETECTED -> looksLikeHeader(first, options, isRecording);
                };
        var search = new Search(table, first, hasHeader);
        var record = search.chosen(options.record());
        var label = search.chosen(options.label());
        var subject = search.chosen(options.subject());
        subject = subject.isPresent() ? subject : search.usual(SUBJECT);
        record = record.isPresent() ? record : search.usual(RECORD);
        label = label.isPresent() ? label : search.usual(LABEL);
        record = record.isPresent() ? record : search.naming(isRecording);
        record = record.isPresent() ? record : search.first();
        label = label.isPresent() ? label : hasHeader ? search.only() : search.after(record);
        if (record.isEmpty() || label.isEmpty()) {
            throw new RecordingException("In the table " + table.file() + " it is unclear which column holds the "
                    + (record.isEmpty() ? "names of the recordings" : "labels") + "; its columns are "
                    + Names.list(first) + ". Enter the name or the number of the column.");
        }
        if (record.getAsInt() == label.getAsInt()) {
            throw new RecordingException("In the table " + table.file() + " column " + (record.getAsInt() + 1)
                    + " cannot hold both the names of the recordings and their labels. Enter another column for one of"
                    + " them.");
        }
        return new LabelTableColumns(hasHeader, record.getAsInt(), label.getAsInt(), subject);
    }

    /** How many fields a row needs. */
    int width() {
        return 1 + Math.max(Math.max(record, label), subject.orElse(0));
    }

    private static boolean looksLikeHeader(List<String> first, LabelOptions options, Predicate<String> isRecording) {
        var chosen = List.of(options.record(), options.label(), options.subject()).stream()
                .filter(column -> !column.isEmpty() && number(column).isEmpty())
                .toList();
        return !chosen.isEmpty()
                || first.stream().noneMatch(isRecording)
                        && first.stream()
                                .map(LabelTableColumns::plain)
                                .anyMatch(name ->
                                        RECORD.contains(name) || LABEL.contains(name) || SUBJECT.contains(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Finds one column after the other; none is found twice without being chosen. */
    private static final class Search {

        private final TextTable table;
        private final List<String> first;
        private final boolean hasHeader;
        private final Set<Integer> taken = new HashSet<>();

        Search(TextTable table, List<String> first, boolean hasHeader) {
            this.table = table;
            this.first = first;
            this.hasHeader = hasHeader;
        }

        /** The column of this name or number; empty if nothing is chosen. */
        OptionalInt chosen(String column) {
            if (column.isEmpty()) {
                return OptionalInt.empty();
            }
            var named = hasHeader ? find(name -> name.equals(column)) : OptionalInt.empty();
            if (named.isEmpty() && hasHeader) {
                named = find(name -> name.equalsIgnoreCase(column));
            }
            var number = number(column).orElse(0);
            if (named.isEmpty() && (number < 1 || number > first.size())) {
                throw new RecordingException("The table " + table.file() + " has no column \"" + column + "\"; it has "
                        + first.size() + " columns, "
                        + (hasHeader ? "named " + Names.list(first) : "without names")
                        + ". Enter one of " + (hasHeader ? "these names, or" : "their numbers, or") + " a number from 1"
                        + " to " + first.size() + ".");
            }
            return take(named.isPresent() ? named : OptionalInt.of(number - 1));
        }

        OptionalInt usual(List<String> names) {
            for (var name : hasHeader ? names : List.<String>of()) {
                var column =
                        free().filter(i -> plain(first.get(i)).equals(name)).findFirst();
                if (column.isPresent()) {
                    return take(column);
                }
            }
            return OptionalInt.empty();
        }

        /** The first column that names a recording in one of the first rows. */
        OptionalInt naming(Predicate<String> isRecording) {
            var rows = table.rows().stream().limit(ROWS_LOOKED_AT).toList();
            return take(free().filter(i -> rows.stream()
                            .anyMatch(row -> i < row.fields().size()
                                    && isRecording.test(row.fields().get(i))))
                    .findFirst());
        }

        /** The first column that nothing else is in. */
        OptionalInt first() {
            return take(free().findFirst());
        }

        /** The column after another, or else the first, that nothing else is in. */
        OptionalInt after(OptionalInt other) {
            var next = free().filter(i -> i > other.orElse(-1)).findFirst();
            return next.isPresent() ? take(next) : first();
        }

        /** The only column that nothing else is in. */
        OptionalInt only() {
            return free().count() == 1 ? first() : OptionalInt.empty();
        }

        private IntStream free() {
            return IntStream.range(0, first.size()).filter(i -> !taken.contains(i));
        }

        private OptionalInt find(Predicate<String> name) {
            return IntStream.range(0, first.size())
                    .filter(i -> name.test(first.get(i)))
                    .findFirst();
        }

        private OptionalInt take(OptionalInt column) {
            column.ifPresent(taken::add);
            return column;
        }
    }
}
