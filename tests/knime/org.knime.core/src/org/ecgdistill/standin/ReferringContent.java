package org.ecgdistill.standin;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * Another table's rows, as they are.
 *
 * @param form how such a table is called on disk
 */
record ReferringContent(DataTableSpec spec, BufferedDataTable table, String form) implements TableContent {

    static final String NEW_SPEC = "new_spec_table";
    static final String WRAPPED = "wrapped_table";

    @Override
    public long size() {
        return table.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return table.iterator();
    }

    @Override
    public List<BufferedDataTable> references() {
        return List.of(table);
    }
}
