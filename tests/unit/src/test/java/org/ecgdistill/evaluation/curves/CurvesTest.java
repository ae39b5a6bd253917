package org.ecgdistill.evaluation.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ecgdistill.evaluation.metrics.CalibrationError;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CurvesTest {

    private final double[] score = new double[20_000];
    private final boolean[] positive = new boolean[score.length];

    CurvesTest() {
        var random = new SplittableRandom(3);
        for (var row = 0; row < score.length; row++) {
            positive[row] = random.nextInt(10) < 3;
            var one = random.nextDouble();
            score[row] = positive[row] ? Math.sqrt(one) : one * one;
        }
    }

    @Test
    void thinCurvesKeepTheirArea() {
        var ranked = RankedScores.of(score, positive);
        var roc = RocCurve.of(ranked).points();
        assertEquals(ranked.auroc().value(), trapezoids(roc), 1e-3);
        var precisionRecall = PrecisionRecallCurve.of(ranked).points();
        assertEquals(ranked.averagePrecision().value(), trapezoids(precisionRecall), 1e-3);
        assertTrue(roc.size() < 300 && precisionRecall.size() < 1000, roc.size() + ", " + precisionRecall.size());
        assertEquals(new CurvePoint(0, 0, Double.POSITIVE_INFINITY), roc.get(0));
        assertEquals(1, roc.get(roc.size() - 1).x());
        assertEquals(1, roc.get(roc.size() - 1).y());
    }

    private static double trapezoids(List<CurvePoint> points) {
        var area = 0.0;
        for (var i = 1; i < points.size(); i++) {
            area += (points.get(i).x() - points.get(i - 1).x())
                    * (points.get(i).y() + points.get(i - 1).y())
                    / 2;
        }
        return area;
    }

    @Test
    void noPointIsFartherThanTheTolerance() {
        var random = new SplittableRandom(8);
        var points = new ArrayList<CurvePoint>();
        var y = 0.0;
        for (var i = 0; i <= 5000; i++) {
            y += (random.nextDouble() - 0.5) / 200;
            points.add(new CurvePoint(i / 5000.0, y, i));
        }
        var thin = Thinning.of(points);
        assertTrue(thin.size() < points.size() / 2);
        var next = 1;
        for (var point : points) {
            while (thin.get(next).x() < point.x()) {
                next++;
            }
            var from = thin.get(next - 1);
            var to = thin.get(next);
            var part = (point.x() - from.x()) / (to.x() - from.x());
            var slope = (to.y() - from.y()) / (to.x() - from.x());
            var distance = Math.abs(from.y() + part * (to.y() - from.y()) - point.y()) / Math.hypot(1, slope);
            assertTrue(distance <= Thinning.TOLERANCE * (1 + 1e-9), "a point is " + distance + " away");
        }
    }

    @Test
    void tiesMakeAStraightPiece() {
        var ranked = RankedScores.of(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, true});
        assertEquals(2, RocCurve.of(ranked).points().size());
        assertTrue(RocCurve.of(RankedScores.of(new double[2], new boolean[2]))
                .points()
                .isEmpty());
        assertTrue(PrecisionRecallCurve.of(RankedScores.of(new double[2], new boolean[2]))
                .points()
                .isEmpty());
    }

    @Test
    void reliabilityAddsUpToTheCalibrationError() {
        var curve = ReliabilityCurve.of(score, positive, 10, 0.95);
        var error = 0.0;
        for (var bin : curve.bins()) {
            error += Math.abs(bin.probability() - bin.share()) * bin.rows() / score.length;
            assertTrue(bin.interval().contains(bin.share()));
        }
        assertEquals(CalibrationError.of(score, positive, 10).value(), error, 1e-12);
        assertEquals(
                1,
                ReliabilityCurve.of(new double[] {1, 1}, new boolean[] {true, true}, 10, 0.95)
                        .bins()
                        .size());
    }

    /**
     * Net benefit of treating everybody at a prevalence of 30 %, as printed with three places in a published table of a
     * decision curve (PMC6993280, table 4).
     */
    @ParameterizedTest
    @CsvSource({
        "0.03, 0.278",
        "0.05, 0.263",
        "0.08, 0.239",
        "0.10, 0.222",
        "0.20, 0.125",
        "0.30, 0.000",
        "0.40, -0.167",
        "0.50, -0.400",
        "0.60, -0.750",
        "0.70, -1.333",
        "0.80, -2.500",
        "0.90, -6.000",
        "0.96, -16.50"
    })
    void treatAllAgreesWithAPublishedTable(double threshold, double netBenefit) {
        var ten = RankedScores.of(
                new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9},
                new boolean[] {true, true, true, false, false, false, false, false, false, false});
        assertEquals(netBenefit, DecisionCurve.at(ten, threshold).treatAll(), 5e-4 + 1e-9);
    }

    /** Vickers and Elkin (2006), by hand: at 20 %, 2 of 3 found and 1 of 7 mistaken of 10 rows: .2 - .1 / 4. */
    @Test
    void netBenefitByHand() {
        var ten = RankedScores.of(
                new double[] {0.9, 0.5, 0.1, 0.2, 0.19, 0.1, 0.1, 0.1, 0.1, 0.1},
                new boolean[] {true, true, true, false, false, false, false, false, false, false});
        var point = DecisionCurve.at(ten, 0.2);
        assertEquals(0.2 - 0.1 / 4, point.netBenefit(), 1e-12);
        assertEquals(0.3 - 0.7 / 4, point.treatAll(), 1e-12);
        assertEquals(100 * (0.175 - 0.125) / 0.25, point.avoidedPerHundred(), 1e-9);
        assertEquals(99, DecisionCurve.of(ten).points().size());
    }
}
