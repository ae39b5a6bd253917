package org.ecgdistill.evaluation.metrics;

import java.util.Arrays;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Scores of a two-class decision put in order once, from which everything follows that depends on the order only. A row
 * is called positive where its score reaches a threshold; equal scores are one threshold, so ties are never split.
 */
public final class RankedScores {

    private static final String ONE_CLASS = "all rows are of one class";

    private final double[] thresholds;
    private final int[] truePositives;
    private final int[] falsePositives;

    private RankedScores(double[] thresholds, int[] truePositives, int[] falsePositives) {
        this.thresholds = thresholds;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
    }

    public static RankedScores of(double[] score, boolean[] positive) {
        checkScores(score, positive);
        var order = DoubleOrder.ascending(score);
        var thresholds = new double[score.length];
        var truePositives = new int[score.length];
        var falsePositives = new int[score.length];
        var size = 0;
        var found = 0;
        for (var i = score.length - 1; i >= 0; i--) {
            var row = order[i];
            found += positive[row] ? 1 : 0;
            if (i == 0 || score[order[i - 1]] != score[row]) {
                thresholds[size] = score[row];
                truePositives[size] = found;
                falsePositives[size] = score.length - i - found;
                size++;
            }
        }
        return new RankedScores(
                Arrays.copyOf(thresholds, size),
                Arrays.copyOf(truePositives, size),
                Arrays.copyOf(falsePositives, size));
    }

    private static void checkScores(double[] score, boolean[] positive) {
        if (score.length != positive.length) {
            throw new EvaluationException("There are " + positive.length + " labels but " + score.length
                    + " scores; give one score for each label.");
        }
        for (var row = 0; row < score.length; row++) {
            if (!Double.isFinite(score[row])) {
                throw new EvaluationException("Row " + row + " has the score " + score[row]
                        + ", which is not a number; leave out rows without a prediction before scoring.");
            }
        }
    }

    /** The number of different scores. */
    public int size() {
        return thresholds.length;
    }

    /** The i-th highest score. */
    public double threshold(int i) {
        return thresholds[i];
    }

    /** Positive rows whose score reaches the i-th highest. */
    public int truePositives(int i) {
        return truePositives[i];
    }

    /** Negative rows whose score reaches the i-th highest. */
    public int falsePositives(int i) {
        return falsePositives[i];
    }

    public int positives() {
        return size() == 0 ? 0 : truePositives[size() - 1];
    }

    public int negatives() {
        return size() == 0 ? 0 : falsePositives[size() - 1];
    }

    public boolean hasBothClasses() {
        return positives() > 0 && negatives() > 0;
    }

    /** The counts when rows are called positive from this threshold on. */
    public BinaryCounts countsAt(double threshold) {
        var low = 0;
        var high = size();
        while (low < high) {
            var middle = low + high >>> 1;
            if (thresholds[middle] >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return counts(low - 1);
    }

    private BinaryCounts counts(int i) {
        long found = i < 0 ? 0 : truePositives[i];
        long mistaken = i < 0 ? 0 : falsePositives[i];
        return new BinaryCounts(found, mistaken, negatives() - mistaken, positives() - found);
    }

    /** Area under the ROC curve, the Mann-Whitney statistic: a tie of a positive and a negative row counts one half. */
    public MetricValue auroc() {
        if (!hasBothClasses()) {
            return MetricValue.missing(ONE_CLASS);
        }
        var twiceArea = 0L; // exact: below 2^63 up to two thousand million rows of each class
        for (var i = 0; i < size(); i++) {
            long wider = falsePositives[i] - (i == 0 ? 0 : falsePositives[i - 1]);
            twiceArea += wider * (truePositives[i] + (i == 0 ? 0L : truePositives[i - 1]));
        }
        return MetricValue.of(twiceArea / (2.0 * positives() * negatives()));
    }

    /** Precision averaged over the steps of recall, without interpolation (Davis and Goadrich 2006). */
    public MetricValue averagePrecision() {
        if (positives() == 0) {
            return MetricValue.missing("no row of the positive class");
        }
        var sum = 0.0;
        for (var i = 0; i < size(); i++) {
            long step = truePositives[i] - (i == 0 ? 0 : truePositives[i - 1]);
            sum += step * (truePositives[i] / (truePositives[i] + (double) falsePositives[i]));
        }
        return MetricValue.of(sum / positives());
    }

    /** The best sensitivity among the thresholds that reach a specificity; 0 where only "never positive" does. */
    public MetricValue sensitivityAtSpecificity(double specificity) {
        if (!hasBothClasses()) {
            return MetricValue.missing(ONE_CLASS);
        }
        var best = 0;
        for (var i = 0; i < size() && isSpecific(falsePositives[i], negatives(), specificity); i++) {
            best = truePositives[i];
        }
        return MetricValue.of(best / (double) positives());
    }

    /**
     * Whether this many false positives still reach a specificity; the tolerance forgives the rounding of, say, 0.95.
     */
    public static boolean isSpecific(long falsePositives, long negatives, double specificity) {
        return negatives - falsePositives >= specificity * negatives * (1 - 1e-12);
    }

    /**
     * The threshold with the largest sensitivity + specificity (Youden 1950), the highest of them where several are
     * equally good; missing where there is one class only.
     */
    public MetricValue youdenThreshold() {
        if (!hasBothClasses()) {
            return MetricValue.missing(ONE_CLASS);
        }
        var best = 0;
        var bestJ = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < size(); i++) {
            var j = truePositives[i] / (double) positives() - falsePositives[i] / (double) negatives();
            if (j > bestJ) {
                bestJ = j;
                best = i;
            }
        }
        return MetricValue.of(thresholds[best]);
    }
}
