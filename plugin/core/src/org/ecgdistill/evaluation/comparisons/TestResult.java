package org.ecgdistill.evaluation.comparisons;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * Outcome of a two-sided test.
 *
 * @param difference what was tested to be 0: first model minus second
 * @param statistic z, t or chi-squared
 * @param pValue how often chance alone would give a difference at least this large between equal models
 * @param adjusted the p-value when it is one of several (Holm); as the p-value until then
 */
public record TestResult(MetricValue difference, MetricValue statistic, MetricValue pValue, MetricValue adjusted) {

    /** Below this a difference or its standard error is rounding. */
    static final double SMALLEST_DIFFERENCE = 1e-12;

    public TestResult(MetricValue difference, MetricValue statistic, MetricValue pValue) {
        this(difference, statistic, pValue, pValue);
    }

    public static TestResult missing(String why) {
        var missing = MetricValue.missing(why);
        return new TestResult(missing, missing, missing);
    }

    /** A difference with its standard error, tested as a normal z. */
    static TestResult ofNormal(double difference, double variance) {
        if (Double.isNaN(variance)) {
            var missing =
                    MetricValue.missing("too few rows or subjects of a class to estimate how much the areas vary");
            return new TestResult(MetricValue.of(difference), missing, missing);
        }
        if (variance <= Math.pow(SMALLEST_DIFFERENCE, 2)) {
            return withoutSpread(difference);
        }
        var z = difference / Math.sqrt(variance);
        var p = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z));
        return new TestResult(MetricValue.of(difference), MetricValue.of(z), MetricValue.of(p));
    }

    /** Where nothing varies, equal models have a p-value of 1, and others cannot be tested. */
    static TestResult withoutSpread(double difference) {
        if (Math.abs(difference) <= SMALLEST_DIFFERENCE) {
            return new TestResult(MetricValue.of(0), MetricValue.of(0), MetricValue.of(1, "the models do not differ"));
        }
        var missing = MetricValue.missing("the difference does not vary, so there is nothing to test it against");
        return new TestResult(MetricValue.of(difference), missing, missing);
    }

    public TestResult withAdjusted(MetricValue newAdjusted) {
        return new TestResult(difference, statistic, pValue, newAdjusted);
    }
}
