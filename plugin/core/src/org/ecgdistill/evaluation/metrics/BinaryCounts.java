package org.ecgdistill.evaluation.metrics;

/**
 * Counts of a two-class decision and the metrics that follow from them. A metric with nothing in its denominator is
 * missing, with the reason.
 */
public record BinaryCounts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    private static final String NO_POSITIVE = "no row of the positive class";
    private static final String NO_NEGATIVE = "no row of the negative class";

    public long positives() {
        return truePositives + falseNegatives;
    }

    public long negatives() {
        return trueNegatives + falsePositives;
    }

    public long predictedPositives() {
        return truePositives + falsePositives;
    }

    public long predictedNegatives() {
        return trueNegatives + falseNegatives;
    }

    public long rows() {
        return positives() + negatives();
    }

    public MetricValue accuracy() {
        return MetricValue.ratio((double) truePositives + trueNegatives, rows(), "no rows");
    }

    public MetricValue sensitivity() {
        return MetricValue.ratio(truePositives, positives(), NO_POSITIVE);
    }

    public MetricValue specificity() {
        return MetricValue.ratio(trueNegatives, negatives(), NO_NEGATIVE);
    }

    public MetricValue falsePositiveRate() {
        return MetricValue.ratio(falsePositives, negatives(), NO_NEGATIVE);
    }

    public MetricValue precision() {
        return MetricValue.ratio(truePositives, predictedPositives(), "no row was predicted positive");
    }

    public MetricValue negativePredictiveValue() {
        return MetricValue.ratio(trueNegatives, predictedNegatives(), "no row was predicted negative");
    }

    public MetricValue balancedAccuracy() {
        if (positives() == 0 || negatives() == 0) {
            return MetricValue.missing(positives() == 0 ? NO_POSITIVE : NO_NEGATIVE);
        }
        return MetricValue.of((sensitivity().value() + specificity().value()) / 2);
    }

    /** 2 TP / (2 TP + FP + FN): precision and sensitivity combined, defined wherever there are positive rows. */
    public MetricValue f1() {
        return positives() == 0
                ? MetricValue.missing(NO_POSITIVE)
                : MetricValue.of(2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives));
    }

    /** Youden's J = sensitivity + specificity - 1 (Youden 1950). */
    public MetricValue youden() {
        var balanced = balancedAccuracy();
        return balanced.isPresent() ? MetricValue.of(2 * balanced.value() - 1) : balanced;
    }
}
