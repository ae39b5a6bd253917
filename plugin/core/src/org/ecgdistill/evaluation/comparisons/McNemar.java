package org.ecgdistill.evaluation.comparisons;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * McNemar's test (1947) on the rows that one model got right and the other wrong. It takes rows for independent.
 *
 * @param onlyFirstRight rows that only the first model got right
 * @param onlySecondRight rows that only the second model got right
 * @param rows all rows
 */
public record McNemar(long onlyFirstRight, long onlySecondRight, long rows) {

    /** Up to this many rows the binomial distribution is used instead of its approximation (a usual rule). */
    static final long EXACT_UP_TO = 25;

    public static McNemar of(int[] actual, int[] first, int[] second) {
        var onlyFirst = 0L;
        var onlySecond = 0L;
        for (var row = 0; row < actual.length; row++) {
            var firstRight = first[row] == actual[row];
            var secondRight = second[row] == actual[row];
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond, actual.length);
    }

    /**
     * The difference is that of the accuracies. The statistic is chi-squared with Edwards' continuity correction; with
     * few rows that differ, the p-value is exact.
     */
    public TestResult test() {
        var differing = onlyFirstRight + onlySecondRight;
        var difference = MetricValue.ratio((double) onlyFirstRight - onlySecondRight, rows, "no rows");
        if (differing == 0) {
            return new TestResult(
                    difference, MetricValue.of(0), MetricValue.of(1, "both models are right on the same rows"));
        }
        var distance = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1.0);
        var chiSquared = distance * distance / differing;
        return new TestResult(
                difference,
                MetricValue.of(chiSquared),
                differing <= EXACT_UP_TO
                        ? MetricValue.of(exact((int) differing), "exact")
                        : MetricValue.of(1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(chiSquared)));
    }

    private double exact(int differing) {
        var fewer = (int) Math.min(onlyFirstRight, onlySecondRight);
        return Math.min(1, 2 * new BinomialDistribution(null, differing, 0.5).cumulativeProbability(fewer));
    }
}
