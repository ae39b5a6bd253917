package org.ecgdistill.recording.dataset;

import java.util.Optional;
import org.ecgdistill.recording.csv.TextTable;

/**
 * Where the labels of recordings come from, if they stand in a table of their own. A column is given by its name or its
 * number from 1; without either it is found by its usual name, or by its place in a table without a header.
 *
 * @param table that names the recordings; if empty, it is looked for in the folder of the recordings
 * @param record the column with the names of the recordings, or nothing
 * @param label the column with their labels, or nothing
 * @param subject the column with the recorded persons, or nothing
 */
public record LabelOptions(
        Optional<TextTable> table, HeaderRow headerRow, String record, String label, String subject) {

    /** The table is looked for in the folder, and its columns are detected. */
    public static final LabelOptions DEFAULT = new LabelOptions(Optional.empty(), HeaderRow.DETECTED, "", "", "");

    /** Whether the first row holds the names of the columns. */
    public enum HeaderRow {
        DETECTED,
        PRESENT,
        ABSENT
    }

    public LabelOptions {
        record = record.strip();
        label = label.strip();
        subject = subject.strip();
    }

    /** The same with a table. */
    public LabelOptions with(TextTable other) {
        return new LabelOptions(Optional.of(other), headerRow, record, label, subject);
    }
}
