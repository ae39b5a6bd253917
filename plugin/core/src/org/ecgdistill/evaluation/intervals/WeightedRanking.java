package org.ecgdistill.evaluation.intervals;

import static org.ecgdistill.evaluation.intervals.ResamplePair.lower;
import static org.ecgdistill.evaluation.intervals.ResamplePair.upper;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.ecgdistill.evaluation.metrics.DoubleOrder;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * The ranking metrics of two resamples, in which each row counts as often as its unit was drawn. The scores are sorted once;
 * each pair of resamples then takes one pass. Positive and negative rows are kept apart, from the highest score down; it is
 * known how many rows lie above each and how many it ties with, so that sums of weights up to there give all metrics.
 */
public final class WeightedRanking {

    /** A metric of the two resamples; NaN where it has no value. */
    public record Both(double lower, double upper) {}

    private final int[] positiveUnit;
    private final int[] negativeUnit;

    /** For each positive row, the number of negative rows that score at least as high. */
    private final int[] negativesReached;

    /** For each positive row, the number of positive rows that score at least as high. */
    private final int[] positivesReached;

    /** The area is a sum over pairs of rows; it is taken over the rows of the smaller class. */
    private final boolean fewerPositives;

    /** For each row of the smaller class, the number of rows of the other one that score higher. */
    private final int[] othersAbove;

    /** For each row of the smaller class, the number of rows of the other one that score at least as high. */
    private final int[] othersReached;

    private final long[] negativeSums;
    private final long[] positiveSums;

    /**
     * @param unit the unit of each row, from 0
     */
    public WeightedRanking(double[] score, boolean[] positive, int[] unit) {
        var order = DoubleOrder.ascending(score);
        var rows = score.length;
        var positives = 0;
        for (var is : positive) {
            positives += is ? 1 : 0;
        }
        fewerPositives = positives <= rows - positives;
        positiveUnit = new int[positives];
        negativeUnit = new int[rows - positives];
        negativesReached = new int[positives];
        positivesReached = new int[positives];
        othersAbove = new int[Math.min(positives, rows - positives)];
        othersReached = fewerPositives ? negativesReached : new int[othersAbove.length];
        negativeSums = new long[rows - positives + 1];
        positiveSums = new long[positives + 1];
        var p = 0;
        var n = 0;
        var end = rows;
        while (end > 0) {
            var start = end - 1;
            while (start > 0 && score[order[start - 1]] == score[order[end - 1]]) {
                start--;
            }
            var firstPositive = p;
            var firstNegative = n;
            for (var i = start; i < end; i++) {
                var row = order[i];
                if (positive[row]) {
                    positiveUnit[p++] = unit[row];
                } else {
                    negativeUnit[n++] = unit[row];
                }
            }
            Arrays.fill(negativesReached, firstPositive, p, n);
            Arrays.fill(positivesReached, firstPositive, p, p);
            if (fewerPositives) {
                Arrays.fill(othersAbove, firstPositive, p, firstNegative);
            } else {
                Arrays.fill(othersAbove, firstNegative, n, firstPositive);
                Arrays.fill(othersReached, firstNegative, n, p);
            }
            end = start;
        }
    }

    /** Sets the weights of two resamples, as {@link ResamplePair} has them; the metrics below are for these. */
    public void weigh(long[] weights) {
        sum(negativeUnit, weights, negativeSums);
        sum(positiveUnit, weights, positiveSums);
    }

    private static void sum(int[] units, long[] weights, long[] sums) {
        var sum = 0L;
        for (var i = 0; i < units.length; i++) {
            sum += weights[units[i]];
            sums[i + 1] = sum;
        }
    }

    private long positives() {
        return positiveSums[positiveUnit.length];
    }

    private long negatives() {
        return negativeSums[negativeUnit.length];
    }

    /** NaN where the drawn units have rows of one class only. */
    public Both auroc() {
        var sums = fewerPositives ? positiveSums : negativeSums;
        var other = fewerPositives ? negativeSums : positiveSums;
        var twiceLower = 0L; // pairs in which the row of the other class is above, ties counting one half
        var twiceUpper = 0L;
        for (var i = 0; i < othersAbove.length; i++) {
            var weight = sums[i + 1] - sums[i];
            var above = other[othersAbove[i]];
            var reached = other[othersReached[i]];
            twiceLower += lower(weight) * (lower(above) + lower(reached));
            twiceUpper += upper(weight) * (upper(above) + upper(reached));
        }
        return new Both(
                area(twiceLower, lower(positives()), lower(negatives())),
                area(twiceUpper, upper(positives()), upper(negatives())));
    }

    private double area(long twicePairs, long positives, long negatives) {
        var twiceAll = 2.0 * positives * negatives;
        return (fewerPositives ? twiceAll - twicePairs : twicePairs) / twiceAll;
    }

    /** NaN where the drawn units have no positive row. */
    public Both averagePrecision() {
        var lowerSum = 0.0;
        var upperSum = 0.0;
        for (var i = 0; i < positiveUnit.length; i++) {
            var weight = positiveSums[i + 1] - positiveSums[i];
            var found = positiveSums[positivesReached[i]];
            var reached = found + negativeSums[negativesReached[i]];
            // At least 1 instead of a branch for 0: before the first drawn row, both sums and the weight are 0.
            lowerSum += lower(weight) * (lower(found) / (double) Math.max(1, lower(reached)));
            upperSum += upper(weight) * (upper(found) / (double) Math.max(1, upper(reached)));
        }
        return new Both(lowerSum / lower(positives()), upperSum / upper(positives()));
    }

    /** NaN where the drawn units have rows of one class only. */
    public Both sensitivityAtSpecificity(double specificity) {
        return new Both(sensitivity(specificity, ResamplePair::lower), sensitivity(specificity, ResamplePair::upper));
    }

    private double sensitivity(double specificity, LongUnaryOperator half) {
        var negatives = half.applyAsLong(negatives());
        if (negatives == 0) {
            return Double.NaN;
        }
        var low = 0; // the number of positive rows, from the highest, that can be reached
        var high = positiveUnit.length;
        while (low < high) {
            var middle = low + high >>> 1;
            var mistaken = half.applyAsLong(negativeSums[negativesReached[middle]]);
            if (RankedScores.isSpecific(mistaken, negatives, specificity)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return half.applyAsLong(positiveSums[low]) / (double) half.applyAsLong(positives());
    }
}
