package org.ecgdistill.evaluation.comparisons;

import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.DoubleOrder;

/**
 * For each row, the share of rows of the other class that it beats in the right direction, ties counting one half: the
 * structural components of DeLong et al. (1988), from one sort as in Sun and Xu (2014). Their mean over either class is the
 * area under the ROC curve.
 */
public final class Placements {

    private final double[] shares;
    private final boolean[] positive;
    private final int positives;
    private final double area;

    private Placements(double[] shares, boolean[] positive, int positives, double area) {
        this.shares = shares;
        this.positive = positive;
        this.positives = positives;
        this.area = area;
    }

    public static Placements of(double[] score, boolean[] positive) {
        var positives = 0;
        for (var is : positive) {
            positives += is ? 1 : 0;
        }
        var negatives = positive.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new EvaluationException("All " + positive.length
                    + " rows are of one class; two ROC curves are compared on rows of both classes.");
        }
        var order = DoubleOrder.ascending(score);
        var shares = new double[score.length];
        var positivesBelow = 0;
        var negativesBelow = 0;
        var sum = 0.0;
        var start = 0;
        while (start < order.length) {
            var end = start;
            var tiedPositives = 0;
            while (end < order.length && score[order[end]] == score[order[start]]) {
                tiedPositives += positive[order[end]] ? 1 : 0;
                end++;
            }
            var tiedNegatives = end - start - tiedPositives;
            var ofPositive = (negativesBelow + tiedNegatives / 2.0) / negatives;
            var ofNegative = (positives - positivesBelow - tiedPositives / 2.0) / positives;
            for (var i = start; i < end; i++) {
                shares[order[i]] = positive[order[i]] ? ofPositive : ofNegative;
            }
            sum += tiedPositives * ofPositive;
            positivesBelow += tiedPositives;
            negativesBelow += tiedNegatives;
            start = end;
        }
        return new Placements(shares, positive.clone(), positives, sum / positives);
    }

    public double area() {
        return area;
    }

    double share(int row) {
        return shares[row];
    }

    boolean isPositive(int row) {
        return positive[row];
    }

    int positives() {
        return positives;
    }

    int negatives() {
        return positive.length - positives;
    }

    int rows() {
        return shares.length;
    }
}
