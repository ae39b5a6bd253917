package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes new cells from a row. */
public interface CellFactory {

    default DataCell[] getCells(DataRow row) {
        throw new UnsupportedOperationException("No implementation of CellFactory.getCells.");
    }

    default DataCell[] getCells(DataRow row, long rowIndex) {
        return getCells(row);
    }

    /** The columns that the cells are for. */
    DataColumnSpec[] getColumnSpecs();

    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    default void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        setProgress(Math.toIntExact(curRowNr), Math.toIntExact(rowCount), lastKey, exec);
    }
}
