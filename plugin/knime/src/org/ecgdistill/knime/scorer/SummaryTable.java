package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.evaluation.study.ModelResult;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
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
                var cells = new ArrayList<DataCell>(List.of(ResultCells.of(model.name())));
                for (var metric : Metric.values()) {
                    var summary = model.metric(metric);
                    cells.add(ResultCells.of(summary.mean()));
                    cells.add(ResultCells.of(summary.deviation()));
                    cells.add(ResultCells.of(summary.pooled()));
                    cells.add(ResultCells.low(summary.interval()));
                    cells.add(ResultCells.high(summary.interval()));
                    cells.add(ResultCells.low(summary.wilson()));
                    cells.add(ResultCells.high(summary.wilson()));
                }
                var facts = model.facts();
                cells.add(ResultCells.of(facts.parameters()));
                cells.add(ResultCells.of(facts.compressionAgainst(largest)));
                cells.add(ResultCells.of(facts.bytes()));
                cells.add(ResultCells.of(facts.multiplyAccumulates()));
                cells.add(ResultCells.of(facts.trainingSeconds()));
                cells.add(ResultCells.of(facts.latencyMillis()));
                cells.add(ResultCells.of(facts.qubits()));
                cells.add(ResultCells.of(facts.depth()));
                cells.add(facts.outOfFold() ? BooleanCell.TRUE : BooleanCell.FALSE);
                table.add(cells.toArray(DataCell[]::new));
            }
            return table.finish();
        }
    }

    private static DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(EcgColumns.column("Model", StringCell.TYPE)));
        for (var metric : Metric.values()) {
            var name = metric.title();
            for (var part : List.of(" (mean)", " (sd)", "", " (low)", " (high)", " (Wilson low)", " (Wilson high)")) {
                columns.add(EcgColumns.column(name + part, DoubleCell.TYPE));
            }
        }
        columns.add(EcgColumns.column("Parameters", LongCell.TYPE));
        columns.add(EcgColumns.column("Compression", DoubleCell.TYPE));
        columns.add(EcgColumns.column("Bytes", LongCell.TYPE));
        columns.add(EcgColumns.column("Multiply-accumulates", LongCell.TYPE));
        columns.add(EcgColumns.column("Training (s)", DoubleCell.TYPE));
        columns.add(EcgColumns.column("Latency (ms)", DoubleCell.TYPE));
        columns.add(EcgColumns.column("Qubits", LongCell.TYPE));
        columns.add(EcgColumns.column("Depth", LongCell.TYPE));
        columns.add(EcgColumns.column("Out of fold", BooleanCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
