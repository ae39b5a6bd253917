package org.ecgdistill.knime.common;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A new table, written row by row with KNIME's usual row keys; KNIME moves rows to disk as they become many. */
public final class TableWriter implements AutoCloseable {

    private final BufferedDataContainer container;
    private long rows;

    public TableWriter(ExecutionContext exec, DataTableSpec spec) {
        container = exec.createDataContainer(spec);
    }

    public void add(DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(rows++), cells));
    }

    /** The finished table; nothing can be added any more. */
    public BufferedDataTable finish() {
        close();
        return container.getTable();
    }

    /** Gives up a table that was not finished. */
    @Override
    public void close() {
        if (container.isOpen()) {
            container.close();
        }
    }
}
