package org.ecgdistill.evaluation.curves;

import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * Decision curve (Vickers and Elkin 2006): the net benefit, in true positives per row, of acting on a model from a
 * probability p on. This choice of p means that one false alarm costs p / (1 - p) of the value of a true positive. The
 * curve is compared with the net benefit of acting on every row; acting on no row has 0. A model is useful where it
 * lies above both.
 */
public record DecisionCurve(List<Point> points) {

    /**
     * @param probability from which one would act
     * @param netBenefit of acting on the model
     * @param treatAll net benefit of acting on every row
     */
    public record Point(double probability, double netBenefit, double treatAll) {

        /** Actions on negative rows that the model spares, for each 100 rows, without missing more positive ones. */
        public double avoidedPerHundred() {
            return 100 * (netBenefit - treatAll) / (probability / (1 - probability));
        }
    }

    /** At 1 %, 2 % … 99 %. */
    public static DecisionCurve of(RankedScores scores) {
        if (!scores.hasBothClasses()) {
            return new DecisionCurve(List.of());
        }
        return new DecisionCurve(IntStream.rangeClosed(1, 99)
                .mapToObj(percent -> at(scores, percent / 100.0))
                .toList());
    }

    public static Point at(RankedScores scores, double probability) {
        var counts = scores.countsAt(probability);
        double rows = counts.rows();
        return new Point(
                probability,
                netBenefit(counts.truePositives() / rows, counts.falsePositives() / rows, probability),
                netBenefit(counts.positives() / rows, counts.negatives() / rows, probability));
    }

    private static double netBenefit(double found, double mistaken, double probability) {
        return found - mistaken * probability / (1 - probability);
    }
}
