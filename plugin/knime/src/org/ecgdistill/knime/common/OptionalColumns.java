package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final int ROWS_PER_REPORT = 64;

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
        // A table without rows says nothing of its columns.
        return new OptionalColumns(
                table.getDataTableSpec(), Optional.of(table).filter(one -> one.size() > 0), progress);
    }

    public DataTableSpec table() {
        return table;
    }

    /**
     * The index of the chosen column, or without a choice of the first usual one that holds values; -1 if there is none
     * or none is wanted.
     *
     * @throws InvalidSettingsException if a chosen column is not in the table or holds something else
     */
    public int find(ColumnRole role, String chosen) throws InvalidSettingsException {
        if (ColumnRole.NONE.equals(chosen)) {
            return -1;
        }
        if (ColumnRole.isChosen(chosen)) {
            var index = role.find(table, chosen);
            return isEmpty(role, chosen) ? -1 : index;
        }
        for (var name : role.allUsual(table)) {
            if (!isEmpty(role, name)) {
                return table.findColumnIndex(name);
            }
        }
        return -1;
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

    /** Mostly the first row answers. */
    private boolean hasValue(BufferedDataTable filled, int column) {
        var done = 0L;
        try (var iterator = filled.iterator()) {
            while (iterator.hasNext()) {
                if (done % ROWS_PER_REPORT == 0) {
                    progress.report((double) done / filled.size(), "Looking for values, row " + (done + 1));
                }
                done++;
                if (!iterator.next().getCell(column).isMissing()) {
                    return true;
                }
            }
        }
        return false;
    }
}
