package org.ecgdistill.knime.common;

import java.util.Iterator;
import org.ecgdistill.common.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The rows of a table, one after the other. Each reports progress, so that the analyst can cancel. */
public final class Rows implements Iterator<DataRow>, AutoCloseable {

    private final CloseableRowIterator rows;
    private final long size;
    private final String work;
    private final Progress progress;
    private long next;

    /** @param work what is done with the rows, for the progress bar: "Reading" */
    public Rows(BufferedDataTable table, String work, Progress progress) {
        this.rows = table.iterator();
        this.size = table.size();
        this.work = work;
        this.progress = progress;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public DataRow next() {
        progress.report((double) next / size, work + " row " + (next + 1) + " of " + size);
        next++;
        return rows.next();
    }

    /** The number of the row that was read last, from 0. */
    public int number() {
        return Math.toIntExact(next - 1);
    }

    @Override
    public void close() {
        rows.close();
    }
}
