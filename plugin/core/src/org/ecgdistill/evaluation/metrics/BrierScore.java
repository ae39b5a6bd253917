package org.ecgdistill.evaluation.metrics;

/** Mean squared distance between probability and outcome (Brier 1950); 0 is perfect. */
public final class BrierScore {

    private BrierScore() {}

    /** Two classes: (probability of the positive class - outcome) squared, from 0 to 1. */
    public static MetricValue of(double[] probability, boolean[] positive) {
        var sum = 0.0;
        for (var row = 0; row < probability.length; row++) {
            sum += ofRow(probability[row], positive[row]);
        }
        return MetricValue.ratio(sum, probability.length, "no rows");
    }

    /** Any number of classes: summed over the classes, from 0 to 2. Probabilities as [class][row]. */
    public static MetricValue of(double[][] probability, int[] actual) {
        var sum = 0.0;
        for (var row = 0; row < actual.length; row++) {
            sum += ofRow(probability, row, actual[row]);
        }
        return MetricValue.ratio(sum, actual.length, "no rows");
    }

    public static double ofRow(double probability, boolean positive) {
        var distance = probability - (positive ? 1 : 0);
        return distance * distance;
    }

    public static double ofRow(double[][] probability, int row, int actual) {
        var sum = 0.0;
        for (var c = 0; c < probability.length; c++) {
            sum += ofRow(probability[c][row], c == actual);
        }
        return sum;
    }
}
