package org.ecgdistill.knime.scorer;

import java.util.Optional;
import org.ecgdistill.evaluation.comparisons.TestResult;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.PairResult;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each pair of models and each test: every metric over folds, then the tests of all rows. */
final class PairTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.column("First", StringCell.TYPE),
            EcgColumns.column("Second", StringCell.TYPE),
            EcgColumns.column("Metric", StringCell.TYPE),
            EcgColumns.column("Test", StringCell.TYPE),
            EcgColumns.column("Difference", DoubleCell.TYPE),
            EcgColumns.column("Low", DoubleCell.TYPE),
            EcgColumns.column("High", DoubleCell.TYPE),
            EcgColumns.column("Tested difference", DoubleCell.TYPE),
            EcgColumns.column("Statistic", DoubleCell.TYPE),
            EcgColumns.column("p", DoubleCell.TYPE),
            EcgColumns.column("p (Holm)", DoubleCell.TYPE));

    private PairTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var pair : comparison.pairs()) {
                for (var metric : Metric.values()) {
                    add(
                            table,
                            pair,
                            metric,
                            "Folds, corrected t",
                            pair.differences().get(metric).folds());
                }
                add(table, pair, Metric.AUROC, "DeLong", pair.deLong());
                add(table, pair, Metric.AUROC, "DeLong by subject", pair.deLongBySubject());
                add(table, pair, Metric.ACCURACY, "McNemar", pair.mcNemar());
            }
            return table.finish();
        }
    }

    private static void add(TableWriter table, PairResult pair, Metric metric, String test, TestResult result) {
        var difference = pair.differences().get(metric);
        MetricValue pooled = difference.pooled();
        Optional<Interval> interval = difference.interval();
        table.add(
                Cells.of(pair.first()),
                Cells.of(pair.second()),
                Cells.of(metric.title()),
                Cells.of(test),
                Cells.of(pooled),
                Cells.of(interval.map(Interval::low), DoubleCell::new),
                Cells.of(interval.map(Interval::high), DoubleCell::new),
                Cells.of(result.difference()),
                Cells.of(result.statistic()),
                Cells.of(result.pValue()),
                Cells.of(result.adjusted()));
    }
}
