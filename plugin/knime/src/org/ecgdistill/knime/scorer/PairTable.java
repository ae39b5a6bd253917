package org.ecgdistill.knime.scorer;

import org.ecgdistill.evaluation.comparisons.TestResult;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.PairResult;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each pair of models and each test: every metric over folds, then the tests of all rows. */
final class PairTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.text("First"),
            EcgColumns.text("Second"),
            EcgColumns.text("Metric"),
            EcgColumns.text("Test"),
            EcgColumns.number("Difference"),
            EcgColumns.number("Low"),
            EcgColumns.number("High"),
            EcgColumns.number("Tested difference"),
            EcgColumns.number("Statistic"),
            EcgColumns.number("p"),
            EcgColumns.number("p (Holm)"));

    private PairTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var pair : comparison.pairs()) {
                for (var metric : Metric.values()) {
                    var overFolds = pair.differences().get(metric).folds();
                    add(table, pair, metric, "Folds, corrected t", overFolds);
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
        table.add(
                Cells.of(pair.first()),
                Cells.of(pair.second()),
                Cells.of(metric.title()),
                Cells.of(test),
                Cells.of(difference.pooled()),
                Cells.of(difference.interval().map(Interval::low), DoubleCell::new),
                Cells.of(difference.interval().map(Interval::high), DoubleCell::new),
                Cells.of(result.difference()),
                Cells.of(result.statistic()),
                Cells.of(result.pValue()),
                Cells.of(result.adjusted()));
    }
}
