package org.ecgdistill.evaluation.metrics;

import java.util.List;
import java.util.Optional;

/**
 * The true classes and one model's predictions, row by row. Arrays are shared, not copied, and are never written to.
 *
 * @param classes the labels
 * @param positive the positive class where there are two; empty where all classes count alike
 * @param actual the class of each row
 * @param predicted the predicted class of each row; the number of classes stands for a class that is not a label
 * @param probability as [class][row]; empty where the model gave none
 */
public record ScoredRows(
        List<String> classes,
        Optional<Integer> positive,
        int[] actual,
        int[] predicted,
        Optional<double[][]> probability) {

    public int size() {
        return actual.length;
    }

    /** Whether each row is of this class. */
    public boolean[] is(int wanted) {
        var is = new boolean[actual.length];
        for (var row = 0; row < is.length; row++) {
            is[row] = actual[row] == wanted;
        }
        return is;
    }

    public long[] rowsOfClasses() {
        var rows = new long[classes.size()];
        for (var c : actual) {
            rows[c]++;
        }
        return rows;
    }

    /** Only these rows. */
    public ScoredRows at(int[] rows) {
        return new ScoredRows(
                classes, positive, pick(actual, rows), pick(predicted, rows), probability.map(p -> pick(p, rows)));
    }

    private static int[] pick(int[] from, int[] rows) {
        var picked = new int[rows.length];
        for (var i = 0; i < rows.length; i++) {
            picked[i] = from[rows[i]];
        }
        return picked;
    }

    private static double[][] pick(double[][] from, int[] rows) {
        var picked = new double[from.length][rows.length];
        for (var c = 0; c < from.length; c++) {
            for (var i = 0; i < rows.length; i++) {
                picked[c][i] = from[c][rows[i]];
            }
        }
        return picked;
    }
}
