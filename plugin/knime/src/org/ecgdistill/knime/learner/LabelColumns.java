package org.ecgdistill.knime.learner;

import java.util.Optional;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns of a table that the label parameters mean, as indices.
 *
 * @param label column
 * @param subject -1 where there is none
 * @param fold -1 for no cross-validation
 * @param positive the class that is looked for, where one is named
 */
public record LabelColumns(int label, int subject, int fold, Optional<String> positive) {

    /** Before the rows are known. */
    public static LabelColumns of(DataTableSpec table, LabelParameters parameters) throws InvalidSettingsException {
        return of(OptionalColumns.of(table), parameters);
    }

    public static LabelColumns of(OptionalColumns columns, LabelParameters parameters) throws InvalidSettingsException {
        return new LabelColumns(
                ColumnRole.LABEL.find(columns.table(), parameters.m_label),
                columns.find(ColumnRole.SUBJECT, parameters.m_subject).orElse(-1),
                parameters.m_crossValidate
                        ? columns.find(ColumnRole.FOLD, parameters.m_fold).orElse(-1)
                        : -1,
                Optional.of(parameters.m_positive.strip()).filter(name -> !name.isEmpty()));
    }

    /**
     * The classes as far as the table's domain tells them before its rows are read. Of two labels without a choice the
     * rarer one is positive, which only the rows can say.
     */
    public Optional<LabelCode> code(DataTableSpec table) throws InvalidSettingsException {
        var values = table.getColumnSpec(label).getDomain().getValues();
        if (values == null || values.size() < 2 || values.size() == 2 && positive.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LabelCode.of(values.stream().map(DataCell::toString).toList(), positive));
        } catch (NetworkException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    /** The label column's name. */
    public String target(DataTableSpec table) {
        return table.getColumnSpec(label).getName();
    }
}
