package org.knime.core.data.container;

import java.util.List;
import org.ecgdistill.standin.Secrets;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory that may be called for several rows at the same time. */
public abstract class AbstractCellFactory implements CellFactory {

    static {
        Secrets.register(Secrets.Cells.class, (factory, stores) -> factory.stores = stores);
    }

    private final DataColumnSpec[] columns;
    private int workers = -1;
    private int queue = -1;
    private FileStoreFactory stores;

    public AbstractCellFactory(DataColumnSpec... colSpecs) {
        columns = List.of(colSpecs).toArray(DataColumnSpec[]::new);
    }

    public AbstractCellFactory(boolean processConcurrently, DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently);
    }

    public AbstractCellFactory(
            boolean processConcurrently, int workerCount, int maxQueueSize, DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently, workerCount, maxQueueSize);
    }

    /** Parallel with half as many workers again as processors. */
    public final void setParallelProcessing(boolean value) {
        var count = (int) Math.ceil(1.5 * Runtime.getRuntime().availableProcessors());
        setParallelProcessing(value, count, 10 * count);
    }

    public final void setParallelProcessing(boolean value, int maxParallelWorkers, int maxQueueSize) {
        if (value && maxParallelWorkers <= 0) {
            throw new IllegalArgumentException("Worker count must be larger than 0: " + maxParallelWorkers);
        }
        if (value && maxQueueSize < maxParallelWorkers) {
            throw new IllegalArgumentException(
                    "Queue size must be larger than worker count: " + maxQueueSize + "<" + maxParallelWorkers);
        }
        workers = value ? maxParallelWorkers : -1;
        queue = value ? maxQueueSize : -1;
    }

    public final boolean isParallelProcessing() {
        return workers > 0 && queue > 0;
    }

    /** @return -1 if rows come one after the other */
    public final int getMaxParallelWorkers() {
        return workers;
    }

    /** @return -1 if rows come one after the other */
    public final int getMaxQueueSize() {
        return queue;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns;
    }

    /** Only there while the factory is at work. */
    protected final FileStoreFactory getFileStoreFactory() {
        return stores;
    }

    /** Called after the last row, also after a failure. */
    public void afterProcessing() {
        // nothing to do
    }

    @Override
    public void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec) {
        setProgress((long) curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        exec.setProgress(
                curRowNr / (double) rowCount,
                () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
