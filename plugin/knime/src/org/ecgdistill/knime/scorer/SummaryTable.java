package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.evaluation.study.ModelResult;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each model. */
final class SummaryTable {

    static final DataTableSpec SPEC = spec();

    private SummaryTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        var largest = comparison.models().stream()
                .map(ModelResult::facts)
                .max(Comparator.comparingLong(facts -> facts.parameters().orElse(0)))
                .orElse(ModelFacts.NONE);
        try (var table = new TableWriter(exec, SPEC)) {
            for (var model : comparison.models()) {
                var cells = new ArrayList<DataCell>(List.of(Cells.of(model.name())));
                for (var metric : Metric.values()) {
                    var summary = model.metric(metric);
                    cells.add(Cells.of(summary.mean()));
                    cells.add(Cells.of(summary.deviation()));
                    cells.add(Cells.of(summary.pooled()));
                    cells.add(Cells.of(summary.interval().map(Interval::low), DoubleCell::new));
                    cells.add(Cells.of(summary.interval().map(Interval::high), DoubleCell::new));
                    cells.add(Cells.of(summary.wilson().map(Interval::low), DoubleCell::new));
                    cells.add(Cells.of(summary.wilson().map(Interval::high), DoubleCell::new));
                }
                var facts = model.facts();
                cells.add(Cells.of(facts.parameters()));
                cells.add(Cells.of(facts.compressionAgainst(largest)));
                cells.add(Cells.of(facts.bytes()));
                cells.add(Cells.of(facts.multiplyAccumulates()));
                cells.add(Cells.of(facts.trainingSeconds()));
                cells.add(Cells.of(facts.latencyMillis()));
                cells.add(Cells.of(facts.qubits()));
                cells.add(Cells.of(facts.depth()));
                cells.add(Cells.of(facts.outOfFold()));
                table.add(cells.toArray(DataCell[]::new));
            }
            return table.finish();
        }
    }

    private static DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(EcgColumns.text("Model")));
        for (var metric : Metric.values()) {
            var name = metric.title();
            for (var part : List.of(" (mean)", " (sd)", "", " (low)", " (high)", " (Wilson low)", " (Wilson high)")) {
                columns.add(EcgColumns.number(name + part));
            }
        }
        columns.add(EcgColumns.column("Parameters", LongCell.TYPE));
        columns.add(EcgColumns.number("Compression"));
        columns.add(EcgColumns.column("Bytes", LongCell.TYPE));
        columns.add(EcgColumns.column("Multiply-accumulates", LongCell.TYPE));
        columns.add(EcgColumns.number("Training (s)"));
        columns.add(EcgColumns.number("Latency (ms)"));
        columns.add(EcgColumns.column("Qubits", LongCell.TYPE));
        columns.add(EcgColumns.column("Depth", LongCell.TYPE));
        columns.add(EcgColumns.column("Out of fold", BooleanCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
