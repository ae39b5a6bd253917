package org.ecgdistill.evaluation.study;

import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.comparisons.McNemar;
import org.ecgdistill.evaluation.comparisons.TestResult;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * Two models compared; differences are first minus second, adjusted p-values are Holm's over all pairs.
 *
 * @param deLong areas under the ROC curve, rows taken for independent
 * @param deLongBySubject the same, rows of a subject belonging together; missing without subjects
 * @param answers rows that only one of the two got right
 * @param mcNemar test on these
 * @param differences for each metric
 */
public record PairResult(
        String first,
        String second,
        TestResult deLong,
        TestResult deLongBySubject,
        McNemar answers,
        TestResult mcNemar,
        Map<Metric, Difference> differences) {

    /**
     * Difference of one metric.
     *
     * @param pooled over all rows at once
     * @param interval of the pooled difference, by bootstrap over subjects
     * @param folds the corrected resampled t test on the differences of the folds
     */
    public record Difference(MetricValue pooled, Optional<Interval> interval, TestResult folds) {}
}
