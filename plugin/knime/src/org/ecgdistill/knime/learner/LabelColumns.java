package org.ecgdistill.knime.learner;

import java.util.Optional;
import java.util.OptionalInt;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns that the label parameters choose, as indices.
 *
 * @param label column
 * @param subject column, if there is one
 * @param fold column, empty without cross-validation
 * @param positive class, if one is given
 */
public record LabelColumns(int label, OptionalInt subject, OptionalInt fold, Optional<String> positive) {

    /** Before the rows are known. */
    public static LabelColumns of(DataTableSpec table, LabelParameters parameters) throws InvalidSettingsException {
        return of(OptionalColumns.of(table), parameters);
    }

    public static LabelColumns of(OptionalColumns columns, LabelParameters parameters) throws InvalidSettingsException {
        return new LabelColumns(
                ColumnRole.LABEL.find(columns.table(), parameters.m_label),
                columns.find(ColumnRole.SUBJECT, parameters.m_subject),
                parameters.m_crossValidate ? columns.find(ColumnRole.FOLD, parameters.m_fold) : OptionalInt.empty(),
                Optional.of(parameters.m_positive.strip()).filter(name -> !name.isEmpty()));
    }

    /**
     * The classes, if they are clear before the rows are read: with a positive class. Otherwise they depend on which of
     * the labels in the table's domain are left in its rows, of which a filter may have removed some.
     */
    public Optional<LabelCode> code(DataTableSpec table) {
        var values = table.getColumnSpec(label).getDomain().getValues();
        if (values == null || values.size() < 2 || positive.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LabelCode.of(values.stream().map(DataCell::toString).toList(), positive));
    }

    /** The label column's name. */
    public String target(DataTableSpec table) {
        return table.getColumnSpec(label).getName();
    }
}
