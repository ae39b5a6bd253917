package org.ecgdistill.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.standin.Workspace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Samples per second through a table: written to the stand-in's format on disk and read back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TableBench {

    private static final int ROWS = 200;
    private static final int SAMPLES = 3600;
    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Record", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Signal", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec());

    private final List<DataRow> rows = new ArrayList<>();
    private Workspace workspace;

    @Setup
    public void makeRows() {
        var random = new SplittableRandom(1);
        for (var row = 0; row < ROWS; row++) {
            var cells = new ArrayList<DataCell>(SAMPLES);
            for (var i = 0; i < SAMPLES; i++) {
                cells.add(new DoubleCell(random.nextGaussian()));
            }
            rows.add(new DefaultRow(
                    RowKey.createRowKey((long) row),
                    new StringCell("record " + row),
                    CollectionCellFactory.createListCell(cells)));
        }
    }

    @Setup(Level.Iteration)
    public void open() throws IOException {
        workspace = Workspace.open(null);
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        workspace.close();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS * SAMPLES)
    public double roundTrip() {
        var sum = 0.0;
        for (var row : workspace.createTable(SPEC, rows)) {
            for (var sample : (ListDataValue) row.getCell(1)) {
                sum += ((DoubleValue) sample).getDoubleValue();
            }
        }
        return sum;
    }
}
