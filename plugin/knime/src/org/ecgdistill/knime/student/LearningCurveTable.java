package org.ecgdistill.knime.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.distill.LearningCurveLine;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * How good students are with few labels: one row for each method and share of labelled subjects with the mean over the folds
 * and its 95 % interval, followed by one row for each fold. The fold of a mean is missing.
 */
final class LearningCurveTable {

    private static final List<Metric> WITH_INTERVAL = List.of(Metric.AUROC, Metric.AVERAGE_PRECISION, Metric.MCC);
    private static final List<Metric> OTHERS = List.of(Metric.BALANCED_ACCURACY, Metric.F1, Metric.LOG_LOSS);
    static final DataTableSpec SPEC = spec();

    private LearningCurveTable() {}

    private static DataTableSpec spec() {
        var columns = new ArrayList<DataColumnSpec>(List.of(
                EcgColumns.column("Method", StringCell.TYPE),
                EcgColumns.column("Share of labelled subjects", DoubleCell.TYPE),
                EcgColumns.FOLD,
                EcgColumns.column("Labelled subjects", IntCell.TYPE),
                EcgColumns.column("Labelled rows", IntCell.TYPE),
                EcgColumns.column("Unlabelled rows", IntCell.TYPE)));
        for (var metric : WITH_INTERVAL) {
            for (var name : List.of(metric.title(), metric.title() + " low", metric.title() + " high")) {
                columns.add(EcgColumns.column(name, DoubleCell.TYPE));
            }
        }
        OTHERS.forEach(metric -> columns.add(EcgColumns.column(metric.title(), DoubleCell.TYPE)));
        columns.add(EcgColumns.column("Seconds", DoubleCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable write(List<LearningCurveLine> lines, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            lines.forEach(line -> table.add(cells(line)));
            return table.finish();
        }
    }

    private static DataCell[] cells(LearningCurveLine line) {
        var cells = new ArrayList<DataCell>();
        cells.add(Cells.of(line.method().title()));
        cells.add(new DoubleCell(line.share()));
        cells.add(Cells.ofIndex(line.fold()));
        cells.add(new IntCell(line.rows().subjects()));
        cells.add(new IntCell(line.rows().labelled()));
        cells.add(new IntCell(line.rows().unlabelled()));
        for (var metric : WITH_INTERVAL) {
            var interval = Optional.ofNullable(line.intervals().get(metric));
            cells.add(score(line, metric));
            cells.add(Cells.of(interval.map(Interval::low), DoubleCell::new));
            cells.add(Cells.of(interval.map(Interval::high), DoubleCell::new));
        }
        OTHERS.forEach(metric -> cells.add(score(line, metric)));
        cells.add(new DoubleCell(line.seconds()));
        return cells.toArray(DataCell[]::new);
    }

    private static DataCell score(LearningCurveLine line, Metric metric) {
        return Cells.of(Optional.ofNullable(line.scores().get(metric)), Cells::of);
    }
}
