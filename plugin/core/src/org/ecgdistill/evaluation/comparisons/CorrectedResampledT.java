package org.ecgdistill.evaluation.comparisons;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * The t test on differences of folds, corrected for the training sets that overlap (Nadeau and Bengio 2003): the variance
 * of the mean is (1/k + test rows / training rows) times the variance of the differences, where the plain test takes 1/k
 * and finds differences too easily.
 */
public final class CorrectedResampledT {

    private CorrectedResampledT() {}

    /**
     * @param differences first model minus second, one for each fold
     * @param testToTraining rows of a test fold divided by the rows it was trained on; 1 / (k - 1) for k folds
     */
    public static TestResult of(double[] differences, double testToTraining) {
        var folds = differences.length;
        if (folds < 2) {
            return TestResult.missing("fewer than two folds have this figure for both models");
        }
        var mean = StatUtils.mean(differences);
        var variance = StatUtils.variance(differences) * (1.0 / folds + testToTraining);
        if (variance <= Math.pow(TestResult.SMALLEST_DIFFERENCE, 2)) {
            return TestResult.withoutSpread(mean);
        }
        var t = mean / Math.sqrt(variance);
        var p = 2 * new TDistribution(null, folds - 1.0).cumulativeProbability(-Math.abs(t));
        return new TestResult(MetricValue.of(mean), MetricValue.of(t), MetricValue.of(p));
    }
}
