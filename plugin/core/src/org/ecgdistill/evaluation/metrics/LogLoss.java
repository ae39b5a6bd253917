package org.ecgdistill.evaluation.metrics;

/**
 * Mean negative natural logarithm of the probability of the true class. A probability of 0 would make it infinite; it
 * is counted as the smallest step of a double below 1, and the note of the value states how often.
 */
public final class LogLoss {

    /** 2^-52, what scikit-learn uses for doubles. */
    static final double SMALLEST = Math.ulp(1.0);

    private LogLoss() {}

    /** Two classes, from the probability of the positive one. */
    public static MetricValue of(double[] probability, boolean[] positive) {
        var sum = 0.0;
        var clipped = 0;
        for (var row = 0; row < probability.length; row++) {
            sum += ofRow(probability[row], positive[row]);
            clipped += isClipped(positive[row] ? probability[row] : 1 - probability[row]) ? 1 : 0;
        }
        return mean(sum, probability.length, clipped);
    }

    /** Any number of classes; probabilities as [class][row]. */
    public static MetricValue of(double[][] probability, int[] actual) {
        var sum = 0.0;
        var clipped = 0;
        for (var row = 0; row < actual.length; row++) {
            sum += ofProbability(probability[actual[row]][row]);
            clipped += isClipped(probability[actual[row]][row]) ? 1 : 0;
        }
        return mean(sum, actual.length, clipped);
    }

    public static double ofRow(double probability, boolean positive) {
        return ofProbability(positive ? probability : 1 - probability);
    }

    /** The loss of a row whose true class was given this probability. */
    public static double ofProbability(double ofWhatHappened) {
        return -Math.log(Math.min(1 - SMALLEST, Math.max(SMALLEST, ofWhatHappened)));
    }

    private static boolean isClipped(double ofWhatHappened) {
        return ofWhatHappened < SMALLEST;
    }

    private static MetricValue mean(double sum, int rows, int clipped) {
        if (rows == 0) {
            return MetricValue.missing("no rows");
        }
        return MetricValue.of(
                sum / rows,
                clipped == 0
                        ? ""
                        : clipped + (clipped == 1 ? " row" : " rows")
                                + " gave probability 0 to the true class; counted as 2.2e-16");
    }
}
