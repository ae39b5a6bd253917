package org.ecgdistill.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * Rows that lie in a file.
 *
 * @param id the table's number within the workflow
 * @param classes the classes of cells in the file, in the order of their numbers
 * @param withKeys whether the rows have keys
 */
public record ContainerContent(
        DataTableSpec spec, long size, int id, boolean withKeys, List<CellClass> classes, RowFile rows)
        implements TableContent {

    @Override
    public List<BufferedDataTable> references() {
        return List.of();
    }

    @Override
    public CloseableRowIterator iterator() {
        CellInput in;
        try {
            in = new CellInput(new SnappyInput(rows.open()), classes, withKeys, spec.getNumColumns());
        } catch (IOException ex) {
            throw new UncheckedIOException("The table's rows cannot be read: " + ex.getMessage(), ex);
        }
        return new CloseableRowIterator() {

            private long left = size;

            @Override
            public boolean hasNext() {
                if (left == 0) {
                    close();
                }
                return left > 0;
            }

            @Override
            public DataRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                try {
                    left--;
                    return in.readRow();
                } catch (IOException ex) {
                    throw new UncheckedIOException(ex.getMessage(), ex);
                }
            }

            @Override
            public void close() {
                left = 0;
                try {
                    in.close();
                } catch (IOException ex) {
                    throw new UncheckedIOException(ex);
                }
            }
        };
    }
}
