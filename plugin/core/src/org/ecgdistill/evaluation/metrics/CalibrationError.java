package org.ecgdistill.evaluation.metrics;

/**
 * Expected calibration error: probabilities are sorted into bins of equal width; the distance between the mean
 * probability and the observed share of each bin is averaged, weighted by the rows in it (Naeini et al. 2015 for two
 * classes; for more, the probability of the predicted class and whether it was right, Guo et al. 2017).
 */
public final class CalibrationError {

    private final double[] probabilities;
    private final long[] happened;
    private final long[] rows;

    private CalibrationError(int bins) {
        probabilities = new double[bins];
        happened = new long[bins];
        rows = new long[bins];
    }

    public static MetricValue of(double[] probability, boolean[] positive, int bins) {
        var error = new CalibrationError(bins);
        for (var row = 0; row < probability.length; row++) {
            error.add(probability[row], positive[row]);
        }
        return error.value();
    }

    /** Probabilities as [class][row]. */
    public static MetricValue of(double[][] probability, int[] actual, int bins) {
        var error = new CalibrationError(bins);
        for (var row = 0; row < actual.length; row++) {
            var best = mostProbable(probability, row);
            error.add(probability[best][row], best == actual[row]);
        }
        return error.value();
    }

    /** The bin of a probability: bin b holds b / bins up to, but not, (b + 1) / bins; 1 is in the last one. */
    public static int bin(double probability, int bins) {
        return Math.min(bins - 1, (int) (probability * bins));
    }

    /** The class with the largest probability, the first of equal ones. */
    public static int mostProbable(double[][] probability, int row) {
        var best = 0;
        for (var c = 1; c < probability.length; c++) {
            if (probability[c][row] > probability[best][row]) {
                best = c;
            }
        }
        return best;
    }

    private void add(double probability, boolean right) {
        var bin = bin(probability, rows.length);
        probabilities[bin] += probability;
        happened[bin] += right ? 1 : 0;
        rows[bin]++;
    }

    private MetricValue value() {
        var distance = 0.0;
        var total = 0L;
        for (var bin = 0; bin < rows.length; bin++) {
            distance += Math.abs(probabilities[bin] - happened[bin]); // rows * |mean probability - observed share|
            total += rows[bin];
        }
        return MetricValue.ratio(distance, total, "no rows");
    }
}
