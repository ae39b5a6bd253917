package org.ecgdistill.standin;

import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;

/**
 * Another table's rows with columns dropped or moved, and new columns beside them.
 *
 * @param indices of each column, in the other table or among the new columns
 * @param areOriginal of each column, whether it is the other table's
 * @param added the new columns, rows without keys; null if there are none
 */
record RearrangedContent(
        DataTableSpec spec, BufferedDataTable table, int[] indices, boolean[] areOriginal, ContainerContent added)
        implements TableContent {

    @Override
    public long size() {
        return table.size();
    }

    @Override
    public List<BufferedDataTable> references() {
        return List.of(table);
    }

    @Override
    public CloseableRowIterator iterator() {
        var originals = table.iterator();
        var additions = added == null ? null : added.iterator();
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return originals.hasNext();
            }

            @Override
            public DataRow next() {
                return join(originals.next(), additions == null ? null : additions.next());
            }

            @Override
            public void close() {
                originals.close();
                if (additions != null) {
                    additions.close();
                }
            }
        };
    }

    private DataRow join(DataRow original, DataRow addition) {
        var cells = new DataCell[indices.length];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = (areOriginal[i] ? original : addition).getCell(indices[i]);
        }
        return new DefaultRow(original.getKey(), cells);
    }
}
