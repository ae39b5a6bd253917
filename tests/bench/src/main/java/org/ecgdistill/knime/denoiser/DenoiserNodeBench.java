package org.ecgdistill.knime.denoiser;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.knime.common.Signals;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Samples per second of the Wavelet Denoiser with its defaults: rows of half an hour in, cells out, as KNIME's threads
 * request them. {@code -t 2} stands for two of these threads.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(DenoiserNodeBench.SAMPLES)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DenoiserNodeBench {

    static final int SAMPLES = 650_000;
    private static final int ROWS = 16;

    /** The node's cells and their input rows. */
    @State(Scope.Benchmark)
    public static class Work {

        private final List<DataRow> rows = new ArrayList<>();
        private DenoisedCells cells;

        @Setup
        public void setUp() throws InvalidSettingsException {
            var table = new DataTableSpec(
                    new DataColumnSpecCreator("Signal", Signals.TYPE).createSpec(),
                    new DataColumnSpecCreator("Sampling rate", DoubleCell.TYPE).createSpec());
            var parameters = new WaveletDenoiserParameters();
            cells = DenoisedCells.of(table, 0, 1, parameters, parameters.toDenoiser());
            for (var i = 0; i < ROWS; i++) {
                var signal = Signals.write(new Random(i).doubles(SAMPLES, -1, 1).toArray());
                rows.add(new DefaultRow(RowKey.createRowKey((long) i), signal, new DoubleCell(360)));
            }
        }
    }

    /** Which row a thread takes next. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;
    }

    @Benchmark
    public DataCell[] row(Work work, Turn turn) {
        turn.next = (turn.next + 1) % ROWS;
        return work.cells.getCells(work.rows.get(turn.next));
    }
}
