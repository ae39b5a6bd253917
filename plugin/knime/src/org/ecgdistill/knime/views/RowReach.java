package org.ecgdistill.knime.views;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Reaches rows of a table by their number. Rows in order are reached in one pass; going back starts anew. */
final class RowReach {

    private final BufferedDataTable table;
    private CloseableRowIterator iterator;
    private long next;

    RowReach(BufferedDataTable table) {
        this.table = table;
    }

    DataRow row(long number) {
        if (iterator == null || number < next) {
            if (iterator != null) {
                iterator.close();
            }
            iterator = table.iterator();
            next = 0;
        }
        while (next < number) {
            iterator.next();
            next++;
        }
        next++;
        var row = iterator.next();
        if (!iterator.hasNext()) {
            // KNIME does not report that the page was closed; at least nothing stays open at the end
            iterator.close();
            iterator = null;
        }
        return row;
    }
}
