package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgdistill.common.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Finds the columns that a node can do without. A column that holds no value in any row counts as not there, which only
 * the rows can tell: the ECG Reader, for one, fills the column of folds for few data sets.
 */
public final class OptionalColumns {

    private final DataTableSpec table;

    /** Empty before the rows are known. */
    private final Optional<BufferedDataTable> rows;

    private final Progress progress;
    private final Set<String> empty = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private OptionalColumns(DataTableSpec table, Optional<BufferedDataTable> rows, Progress progress) {
        this.table = table;
        this.rows = rows;
        this.progress = progress;
    }

    /** Before the rows are known: every column may hold values. */
    public static OptionalColumns of(DataTableSpec table) {
        return new OptionalColumns(table, Optional.empty(), Progress.NONE);
    }

    public static OptionalColumns of(BufferedDataTable table, Progress progress) {
        // A table without rows does not show which columns are used.
        return new OptionalColumns(
                table.getDataTableSpec(), Optional.of(table).filter(rows -> rows.size() > 0), progress);
    }

    public DataTableSpec table() {
        return table;
    }

    /**
     * The index of the chosen column, or without a choice of the first usual one that holds values; empty without
     * such a column or if the analyst has chosen none.
     *
     * @throws InvalidSettingsException if a chosen column is not in the table or holds something else
     */
    public OptionalInt find(ColumnRole role, String chosen) throws InvalidSettingsException {
        if (ColumnRole.NONE.equals(chosen)) {
            return OptionalInt.empty();
        }
        if (ColumnRole.isChosen(chosen)) {
            var index = role.find(table, chosen);
            return isEmpty(role, chosen) ? OptionalInt.empty() : OptionalInt.of(index);
        }
        for (var name : role.allUsual(table)) {
            if (!isEmpty(role, name)) {
                return OptionalInt.of(table.findColumnIndex(name));
            }
        }
        return OptionalInt.empty();
    }

    /** The columns that were left aside because they hold no value. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private boolean isEmpty(ColumnRole role, String name) {
        if (rows.isEmpty() || !empty.contains(name) && hasValue(rows.get(), table.findColumnIndex(name))) {
            return false;
        }
        if (empty.add(name)) {
            warnings.add("The column \"" + name + "\" holds no value in any row: the node works as if there were no "
                    + role.title() + " column.");
        }
        return true;
    }

    /** Usually the first row suffices. */
    private boolean hasValue(BufferedDataTable filled, int column) {
        try (var cells = new Rows(filled, "Looking for values in", progress)) {
            while (cells.hasNext()) {
                if (!cells.next().getCell(column).isMissing()) {
                    return true;
                }
            }
        }
        return false;
    }
}
