package org.ecgdistill.evaluation.intervals;

import org.ecgdistill.evaluation.metrics.DoubleOrder;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * The ranking metrics when each row counts as often as its unit was drawn. The scores are sorted once; each set of weights
 * then takes one pass. Positive and negative rows are kept apart, from the highest score down; for each positive row it is
 * known how many rows lie above it and how many tie with it, so that sums of weights up to there give all metrics.
 */
public final class WeightedRanking {

    private final int[] positiveUnit;
    private final int[] negativeUnit;
    /** For each positive row, the number of negative rows that score higher. */
    private final int[] negativesAbove;
    /** For each positive row, the number of negative rows that score at least as high. */
    private final int[] negativesReached;
    /** For each positive row, the number of positive rows that score at least as high. */
    private final int[] positivesReached;

    private final int[] negativeSums;
    private final int[] positiveSums;

    /**
     * @param unit the unit of each row, from 0
     */
    public WeightedRanking(double[] score, boolean[] positive, int[] unit) {
        var order = DoubleOrder.ascending(score);
        int rows = score.length;
        int positives = 0;
        for (boolean is : positive) {
            positives += is ? 1 : 0;
        }
        positiveUnit = new int[positives];
        negativeUnit = new int[rows - positives];
        negativesAbove = new int[positives];
        negativesReached = new int[positives];
        positivesReached = new int[positives];
        negativeSums = new int[rows - positives + 1];
        positiveSums = new int[positives + 1];
        int p = 0;
        int n = 0;
        int end = rows;
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && score[order[start - 1]] == score[order[end - 1]]) {
                start--;
            }
            int firstOfTie = p;
            int above = n;
            for (int i = start; i < end; i++) {
                int row = order[i];
                if (positive[row]) {
                    positiveUnit[p++] = unit[row];
                } else {
                    negativeUnit[n++] = unit[row];
                }
            }
            for (int i = firstOfTie; i < p; i++) {
                negativesAbove[i] = above;
                negativesReached[i] = n;
                positivesReached[i] = p;
            }
            end = start;
        }
    }

    /** Sets the weights; the metrics below are for these. */
    public void weigh(int[] weights) {
        sum(negativeUnit, weights, negativeSums);
        sum(positiveUnit, weights, positiveSums);
    }

    private static void sum(int[] units, int[] weights, int[] sums) {
        int sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += weights[units[i]];
            sums[i + 1] = sum;
        }
    }

    private int positives() {
        return positiveSums[positiveUnit.length];
    }

    private int negatives() {
        return negativeSums[negativeUnit.length];
    }

    /** NaN where the drawn units have rows of one class only. */
    public double auroc() {
        int negatives = negatives();
        long twicePairs = 0;
        for (int i = 0; i < positiveUnit.length; i++) {
            long weight = positiveSums[i + 1] - positiveSums[i];
            twicePairs +=
                    weight * (2L * negatives - negativeSums[negativesAbove[i]] - negativeSums[negativesReached[i]]);
        }
        return twicePairs / (2.0 * positives() * negatives);
    }

    /** NaN where the drawn units have no positive row. */
    public double averagePrecision() {
        double sum = 0;
        for (int i = 0; i < positiveUnit.length; i++) {
            double weight = positiveSums[i + 1] - positiveSums[i];
            int found = positiveSums[positivesReached[i]];
            // At least 1 instead of a branch for 0: before the first drawn row, both sums and the weight are 0.
            int reached = Math.max(1, found + negativeSums[negativesReached[i]]);
            sum += weight * found / reached;
        }
        return sum / positives();
    }

    /** NaN where the drawn units have rows of one class only. */
    public double sensitivityAtSpecificity(double specificity) {
        if (negatives() == 0) {
            return Double.NaN;
        }
        int low = 0; // the number of positive rows, from the highest, that can be reached
        int high = positiveUnit.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (RankedScores.isSpecific(negativeSums[negativesReached[middle]], negatives(), specificity)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return positiveSums[low] / (double) positives();
    }
}
