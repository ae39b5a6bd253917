package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.TextTable;

/** Gives recordings the labels and persons that a table names. */
final class LabelJoin {

    private static final int ROWS_PER_REPORT = 1024;

    private final TextTable table;
    private final List<DataSetEntry> entries;
    private final RecordNames names;
    private final LabelTableColumns columns;

    /** The row of each recording that the table names. */
    private final Map<Integer, TextTable.Row> rows = new HashMap<>();

    private final List<String> unknown = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();

    LabelJoin(TextTable table, LabelOptions options, List<DataSetEntry> entries, Progress progress) {
        this.table = table;
        this.entries = entries;
        this.names = new RecordNames(entries.stream().map(DataSetEntry::name).toList());
        this.columns =
                LabelTableColumns.of(table, options, name -> names.find(name).size() == 1);
        var all = table.rows();
        for (var i = columns.hasHeader() ? 1 : 0; i < all.size(); i++) {
            if (i % ROWS_PER_REPORT == 0) {
                progress.report(0, "Reading labels: row " + i + " of " + all.size());
            }
            add(all.get(i));
        }
        if (rows.isEmpty() && !entries.isEmpty()) {
            throw noneMatches();
        }
    }

    private void add(TextTable.Row row) {
        if (row.fields().size() < columns.width()) {
            throw new RecordingException("The table " + table.file() + ", row " + row.number() + ": found "
                    + Words.count(row.fields().size(), "field", "fields") + ", expected at least " + columns.width()
                    + ". Correct the row, or choose other columns.");
        }
        var name = row.fields().get(columns.record());
        if (name.isEmpty()) {
            throw new RecordingException("The table " + table.file() + ", row " + row.number()
                    + ": the name of the recording is missing. Correct the row, or choose another column.");
        }
        var fit = names.find(name);
        if (fit.size() != 1) {
            (fit.isEmpty() ? unknown : ambiguous).add(name);
            return;
        }
        var earlier = rows.putIfAbsent(fit.get(0), row);
        if (earlier != null) {
            checkSame(fit.get(0), "labels", columns.label(), earlier, row);
            columns.subject().ifPresent(column -> checkSame(fit.get(0), "subjects", column, earlier, row));
        }
    }

    private void checkSame(int entry, String what, int column, TextTable.Row first, TextTable.Row second) {
        var before = first.fields().get(column);
        var after = second.fields().get(column);
        if (!before.equals(after)) {
            throw new RecordingException("The table " + table.file() + " has two " + what + " for the recording "
                    + entries.get(entry).name() + ": \"" + before + "\" in row " + first.number() + " and \"" + after
                    + "\" in row " + second.number() + ". Correct one of the rows.");
        }
    }

    private RecordingException noneMatches() {
        var names = ambiguous.isEmpty() ? unknown : ambiguous;
        return new RecordingException("The table " + table.file() + " names none of the recordings: "
                + (names.isEmpty()
                        ? "it has no rows below its header"
                        : "its first name is \"" + names.get(0) + "\" in column " + (columns.record() + 1)
                                + (ambiguous.isEmpty() ? "" : ", which fits several of them"))
                + ", and the first recording is \"" + entries.get(0).name()
                + "\". Choose another table, or the column with the names of the recordings.");
    }

    /** The recordings with the table's labels; what the table does not name has none. */
    List<DataSetEntry> labelled() {
        var labelled = new ArrayList<DataSetEntry>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            var row = Optional.ofNullable(rows.get(i));
            var subject = columns.subject().isEmpty()
                    ? Optional.<String>empty()
                    : field(row, columns.subject().getAsInt());
            var entry = entries.get(i).withLabel(field(row, columns.label()));
            labelled.add(subject.isPresent() ? entry.withSubject(subject.get()) : entry);
        }
        return labelled;
    }

    private static Optional<String> field(Optional<TextTable.Row> row, int column) {
        return row.map(present -> present.fields().get(column)).filter(text -> !text.isEmpty());
    }

    /**
     * What does not fit, for the analyst.
     *
     * @param ofFolder whether all recordings of a folder were listed, and not one file
     */
    List<String> remarks(boolean ofFolder) {
        var remarks = new ArrayList<String>();
        var file = table.file().getFileName();
        if (ofFolder && !unknown.isEmpty()) {
            remarks.add("The table " + file + " names "
                    + (unknown.size() == 1 ? "1 recording that is" : unknown.size() + " recordings that are")
                    + " not there; the first is \"" + unknown.get(0) + "\".");
        }
        if (!ambiguous.isEmpty()) {
            remarks.add("In the table " + file + " "
                    + (ambiguous.size() == 1 ? "1 name fits" : ambiguous.size() + " names fit")
                    + " several recordings, none of which is labelled by it; the first is \"" + ambiguous.get(0)
                    + "\". Write the folder before the name.");
        }
        without(remarks, columns.label(), "label");
        columns.subject().ifPresent(column -> without(remarks, column, "subject"));
        return remarks;
    }

    private void without(List<String> remarks, int column, String what) {
        var missing = new ArrayList<String>();
        for (var i = 0; i < entries.size(); i++) {
            if (field(Optional.ofNullable(rows.get(i)), column).isEmpty()) {
                missing.add(entries.get(i).name());
            }
        }
        if (!missing.isEmpty()) {
            remarks.add((missing.size() == 1 ? "1 recording has" : missing.size() + " recordings have") + " no " + what
                    + " in the table " + table.file().getFileName() + "; the first is \"" + missing.get(0) + "\".");
        }
    }
}
