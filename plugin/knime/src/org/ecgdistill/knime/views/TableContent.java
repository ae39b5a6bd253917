package org.ecgdistill.knime.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.knime.common.Signals;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/**
 * A table of figures as a page gets it. Missing cells, and numbers that are not finite, are null.
 *
 * @param columns their names
 * @param rows numbers, truth values, texts and arrays of numbers
 */
record TableContent(List<String> columns, List<List<Object>> rows) {

    /** All of a table that is small enough to be looked at. */
    static TableContent of(BufferedDataTable table) {
        var rows = new ArrayList<List<Object>>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(iterator.next().stream().map(TableContent::value).toList());
            }
        }
        return new TableContent(names(table.getDataTableSpec()), rows);
    }

    private static List<String> names(DataTableSpec spec) {
        return Arrays.asList(spec.getColumnNames());
    }

    private static Object value(DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        if (cell instanceof BooleanValue truth) {
            return truth.getBooleanValue();
        }
        if (cell instanceof DoubleValue number) {
            return Double.isFinite(number.getDoubleValue()) ? number.getDoubleValue() : null;
        }
        return Signals.isSignal(cell.getType()) ? Signals.read(cell) : cell.toString();
    }
}
