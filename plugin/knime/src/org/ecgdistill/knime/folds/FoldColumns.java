package org.ecgdistill.knime.folds;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.TextReader;
import org.ecgdistill.knime.folds.FoldAssignerParameters.Origin;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns of a table that the parameters select.
 *
 * @param label column index
 * @param subject column index, -1 if subjects are not to be kept together
 * @param given column index of folds to copy, -1 if folds are to be made
 */
record FoldColumns(int label, int subject, int given) {

    static FoldColumns of(OptionalColumns columns, FoldAssignerParameters parameters) throws InvalidSettingsException {
        var table = columns.table();
        return new FoldColumns(
                ColumnRole.LABEL.find(table, parameters.m_label),
                parameters.m_keepSubjectsTogether ? subject(columns, parameters.m_subject) : -1,
                parameters.m_mode == Origin.COPY ? given(columns, parameters.m_givenFolds) : -1);
    }

    private static int subject(OptionalColumns columns, String chosen) throws InvalidSettingsException {
        try {
            if (!ColumnRole.NONE.equals(chosen)) {
                ColumnRole.SUBJECT.find(columns.table(), chosen);
            }
            return columns.find(ColumnRole.SUBJECT, chosen).orElse(-1);
        } catch (InvalidSettingsException ex) {
            throw new InvalidSettingsException(
                    ex.getMessage() + " If no two rows come from the same person, untick \"Keep subjects together\".",
                    ex);
        }
    }

    /** Falls back to the usual column if no fold column holds a value. */
    private static int given(OptionalColumns columns, String chosen) throws InvalidSettingsException {
        var index = columns.find(ColumnRole.FOLD, chosen);
        return index.isPresent() ? index.getAsInt() : ColumnRole.FOLD.find(columns.table(), chosen);
    }

    boolean hasSubjects() {
        return subject >= 0;
    }

    boolean hasGiven() {
        return given >= 0;
    }

    /** The labels, subjects and given folds of all rows. */
    Values read(BufferedDataTable table, Progress progress) {
        // A column that is not wanted is read as the label column once more, which costs nothing.
        var texts =
                TextReader.read(table, progress, label, hasSubjects() ? subject : label, hasGiven() ? given : label);
        return new Values(
                texts.get(0),
                hasSubjects() ? Optional.of(texts.get(1)) : Optional.empty(),
                hasGiven() ? Optional.of(texts.get(2)) : Optional.empty());
    }

    /** One entry per row, null where missing; without subjects or given folds these lists are empty. */
    record Values(List<String> labels, Optional<List<String>> subjects, Optional<List<String>> given) {}
}
