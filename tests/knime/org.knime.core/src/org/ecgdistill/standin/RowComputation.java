package org.ecgdistill.standin;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Computes the new cells of every row, in parallel if all factories allow it; rows are written in their order. */
final class RowComputation {

    private final NodeScope node;
    private final BufferedDataTable in;
    private final Map<CellFactory, int[]> factories;
    private final ContainerWriter writer;
    private final ExecutionMonitor monitor;
    private final CellFactory reporter;

    /** @param factories for each factory and new column, the index of the factory's cell for it, or -1 */
    RowComputation(
            NodeScope node,
            BufferedDataTable in,
            Map<CellFactory, int[]> factories,
            ContainerWriter writer,
            ExecutionMonitor monitor) {
        this.node = node;
        this.in = in;
        this.factories = factories;
        this.writer = writer;
        this.monitor = monitor;
        reporter = factories.keySet().iterator().next();
    }

    void run() throws CanceledExecutionException {
        var workers = Integer.MAX_VALUE;
        var queue = Integer.MAX_VALUE;
        for (var factory : factories.keySet()) {
            if (!(factory instanceof AbstractCellFactory cells && cells.isParallelProcessing())) {
                runSequentially();
                return;
            }
            workers = Math.min(workers, cells.getMaxParallelWorkers());
            queue = Math.min(queue, cells.getMaxQueueSize());
        }
        runInParallel(workers, queue);
    }

    private void runSequentially() throws CanceledExecutionException {
        try (var rows = in.iterator()) {
            for (var i = 0L; rows.hasNext(); i++) {
                write(compute(rows.next(), i));
            }
        }
    }

    private void runInParallel(int workers, int queue) throws CanceledExecutionException {
        var executor = Executors.newFixedThreadPool(workers);
        try (var rows = in.iterator()) {
            var pending = new ArrayDeque<Future<DataRow>>();
            for (var i = 0L; rows.hasNext(); i++) {
                if (pending.size() == queue) {
                    write(get(pending.remove()));
                }
                pending.add(submit(executor, rows.next(), i));
            }
            while (!pending.isEmpty()) {
                write(get(pending.remove()));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private Future<DataRow> submit(ExecutorService executor, DataRow row, long index) {
        return executor.submit(() -> node.call(() -> compute(row, index)));
    }

    private static DataRow get(Future<DataRow> row) throws CanceledExecutionException {
        try {
            return row.get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CanceledExecutionException(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
        } catch (ExecutionException ex) {
            if (ex.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(ex.getCause().getMessage(), ex.getCause());
        }
    }

    private DataRow compute(DataRow row, long index) {
        var cells = new DataCell[writer.spec().getNumColumns()];
        factories.forEach((factory, places) -> {
            var made = factory.getCells(row, index);
            for (var i = 0; i < cells.length; i++) {
                if (places[i] >= 0) {
                    cells[i] = made[places[i]];
                }
            }
        });
        return new DefaultRow(row.getKey(), cells);
    }

    private void write(DataRow cells) throws CanceledExecutionException {
        writer.add(cells);
        reporter.setProgress(writer.size(), in.size(), cells.getKey(), monitor);
        monitor.checkCanceled();
    }
}
