package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row with its cells in memory. */
public class DefaultRow implements DataRow {

    private final RowKey key;
    private final List<DataCell> cells;

    public DefaultRow(RowKey rowKey, DataCell... row) {
        if (rowKey == null) {
            throw new NullPointerException("A row needs a key.");
        }
        for (var i = 0; i < row.length; i++) {
            if (row[i] == null) {
                throw new NullPointerException("Cell at index " + i + " is null!");
            }
        }
        key = rowKey;
        cells = List.of(row);
    }

    public DefaultRow(String rowId, DataCell... row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(RowKey rowKey, List<DataCell> row) {
        this(rowKey, row.toArray(DataCell[]::new));
    }

    public DefaultRow(String rowId, List<DataCell> row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(RowKey rowKey, double... row) {
        this(rowKey, Arrays.stream(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(String rowId, double... row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(RowKey rowKey, int... row) {
        this(rowKey, Arrays.stream(row).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(String rowId, int... row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(RowKey rowKey, String... row) {
        this(rowKey, Arrays.stream(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(String rowId, String... row) {
        this(new RowKey(rowId), row);
    }

    /** The same cells under another key. */
    public DefaultRow(RowKey key, DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    public DefaultRow(String rowId, DataRow row) {
        this(new RowKey(rowId), row);
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof DataRow row
                        && row.getKey().equals(key)
                        && row.stream().toList().equals(cells);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + ": ("
                + String.join(", ", cells.stream().map(DataCell::toString).toList()) + ")";
    }
}
