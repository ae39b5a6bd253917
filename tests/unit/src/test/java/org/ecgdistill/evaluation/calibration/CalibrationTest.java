package org.ecgdistill.evaluation.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.CalibrationError;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CalibrationTest {

    private static final double[] PROBABILITY = {
        0.05, 0.1, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.55, 0.6, 0.7, 0.7, 0.8, 0.9, 0.95
    };
    private static final boolean[] POSITIVE = {
        false, false, true, false, false, true, false, true, false, true, true, false, true, true, true
    };

    /** scikit-learn 1.9.1, IsotonicRegression(out_of_bounds="clip"). */
    @Test
    void isotonicAgreesWithScikitLearn() {
        var isotonic = IsotonicCalibration.fit(PROBABILITY, POSITIVE);
        var asked = new double[] {0, 0.05, 0.1, 0.15, 0.3, 0.375, 0.5, 0.52, 0.65, 0.7, 0.75, 1};
        var expected = new double[] {0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 2 / 3.0, 2 / 3.0, 5 / 6.0, 1};
        assertArrayEquals(
                expected, Arrays.stream(asked).map(isotonic::calibrate).toArray(), 1e-12);
    }

    /** The same likelihood with Platt's targets, minimised by SciPy 1.17.1 (BFGS, gradient below 1e-12). */
    @Test
    void plattAgreesWithAnotherOptimiser() {
        var platt = PlattScaling.fit(PROBABILITY, POSITIVE);
        assertEquals(0.5585019368910871, platt.slope(), 1e-7);
        assertEquals(0.21820851406916777, platt.offset(), 1e-7);
    }

    @Test
    void plattStaysFiniteOnSeparableAndExtremeProbabilities() {
        var platt = PlattScaling.fit(new double[] {0, 0, 1, 1}, new boolean[] {false, false, true, true});
        // Platt's targets of two positive and two negative rows are 3/4 and 1/4.
        assertEquals(0.75, platt.calibrate(1), 1e-6);
        assertEquals(0.25, platt.calibrate(0), 1e-6);
        var same = PlattScaling.fit(new double[] {0.3, 0.3, 0.3}, new boolean[] {true, false, false});
        assertTrue(Double.isFinite(same.calibrate(0.3)));
    }

    /** The derivative of the same likelihood, made 0 by SciPy 1.17.1 (Brent's method), on 40 rows of three classes. */
    @Test
    void temperatureAgreesWithAnotherOptimiser() {
        var rows = 40;
        var actual = new int[rows];
        var probability = new double[3][rows];
        for (var i = 0; i < rows; i++) {
            var draw = i * 7 % 10;
            actual[i] = draw < 6 ? 0 : draw < 9 ? 1 : 2;
            var sum = 0.0;
            for (var c = 0; c < 3; c++) {
                probability[c][i] = 1 + (i * (3 + c) + c * c * 5) % 11 + (actual[i] == c && i % 4 != 0 ? 6 : 0);
                sum += probability[c][i];
            }
            for (var c = 0; c < 3; c++) {
                probability[c][i] /= sum;
            }
        }
        assertEquals(
                0.5893902574711253, TemperatureScaling.fit(probability, actual).temperature(), 1e-8);
    }

    @Test
    void temperatureOfTwoClassesIsTheSameEitherWay() {
        var scaling = new TemperatureScaling(2.5);
        var p = 0.9;
        assertEquals(scaling.calibrate(p), scaling.calibrate(new double[] {0.1, 0.9})[1], 1e-12);
        assertEquals(1 / (1 + Math.exp(-Math.log(9) / 2.5)), scaling.calibrate(p), 1e-12);
        assertThrows(EvaluationException.class, () -> new TemperatureScaling(0));
    }

    /** Logits are made twice too large; each method must find its way back from a calibration error of about .07. */
    @ParameterizedTest
    @EnumSource(
            value = CalibrationMethod.class,
            names = {"PLATT", "ISOTONIC", "TEMPERATURE"})
    void overconfidenceIsMended(CalibrationMethod method) {
        var rows = overconfident(20_000, 7);
        var fold = folds(rows.size());
        var before = rows.probability().orElseThrow()[1].clone();
        var after = new CrossFitting(method).calibrate(rows, fold, 5)[1];
        assertTrue(CalibrationError.of(before, rows.is(1), 10).value() > 0.06);
        assertTrue(CalibrationError.of(after, rows.is(1), 10).value() < 0.02);
        assertArrayEquals(before, rows.probability().orElseThrow()[1], "the caller's probabilities were touched");
        assertEquals(
                RankedScores.of(before, rows.is(1)).auroc().value(),
                RankedScores.of(after, rows.is(1)).auroc().value(),
                0.005);
    }

    /** Turning a row's own label, or all labels of its fold, must not move its calibrated probability. */
    @ParameterizedTest
    @EnumSource(
            value = CalibrationMethod.class,
            names = {"PLATT", "ISOTONIC", "TEMPERATURE"})
    void noRowHasAPartInItsOwnCalibration(CalibrationMethod method) {
        var rows = overconfident(500, 3);
        var fold = folds(rows.size());
        var honest = new CrossFitting(method).calibrate(rows, fold, 5)[1];
        var turned = rows.actual().clone();
        for (var row = 0; row < turned.length; row++) {
            turned[row] = fold[row] == 2 ? 1 - turned[row] : turned[row];
        }
        var planted = new ScoredRows(rows.classes(), rows.positive(), turned, rows.predicted(), rows.probability());
        var after = new CrossFitting(method).calibrate(planted, fold, 5)[1];
        var othersMoved = false;
        for (var row = 0; row < turned.length; row++) {
            if (fold[row] == 2) {
                assertEquals(honest[row], after[row], "row " + row + " was calibrated with its own fold");
            } else {
                othersMoved |= honest[row] != after[row];
            }
        }
        assertTrue(othersMoved, "the labels of a fold must matter to the others");
    }

    @ParameterizedTest
    @EnumSource(CalibrationMethod.class)
    void severalClassesStayADistribution(CalibrationMethod method) {
        var random = new SplittableRandom(4);
        var size = 600;
        var actual = new int[size];
        var probability = new double[3][size];
        for (var row = 0; row < size; row++) {
            actual[row] = random.nextInt(3);
            var sum = 0.0;
            for (var c = 0; c < 3; c++) {
                probability[c][row] = random.nextDouble() + (actual[row] == c ? 0.3 : 0);
                sum += probability[c][row];
            }
            for (var c = 0; c < 3; c++) {
                probability[c][row] /= sum;
            }
        }
        var rows = new ScoredRows(
                List.of("a", "b", "c"), Optional.empty(), actual, new int[size], Optional.of(probability));
        var calibrated = new CrossFitting(method).calibrate(rows, folds(size), 5);
        for (var row = 0; row < size; row++) {
            assertEquals(1, calibrated[0][row] + calibrated[1][row] + calibrated[2][row], 1e-12);
        }
    }

    @Test
    void whatCannotBeFittedSaysWhatToDo() {
        var rows = overconfident(20, 1);
        var oneFold = assertThrows(EvaluationException.class, () -> new CrossFitting(CalibrationMethod.PLATT)
                .calibrate(rows, new int[20], 1));
        assertTrue(oneFold.getMessage().contains("choose a fold column"), oneFold.getMessage());
        var sameClass =
                new ScoredRows(rows.classes(), rows.positive(), new int[20], rows.predicted(), rows.probability());
        var oneClass = assertThrows(EvaluationException.class, () -> new CrossFitting(CalibrationMethod.PLATT)
                .calibrate(sameClass, folds(20), 5));
        assertTrue(oneClass.getMessage().contains("\"abnormal\""), oneClass.getMessage());
        var noProbability =
                new ScoredRows(rows.classes(), rows.positive(), rows.actual(), rows.predicted(), Optional.empty());
        assertThrows(EvaluationException.class, () -> new CrossFitting(CalibrationMethod.PLATT)
                .calibrate(noProbability, folds(20), 5));
        assertFalse(new CrossFitting(CalibrationMethod.NONE).calibrate(rows, new int[20], 1)
                == rows.probability().orElseThrow());
    }

    private static ScoredRows overconfident(int size, long seed) {
        var random = new SplittableRandom(seed);
        var actual = new int[size];
        var probability = new double[2][size];
        for (var row = 0; row < size; row++) {
            var logit = 4 * random.nextDouble() - 2.5;
            actual[row] = random.nextDouble() < Calibrator.sigmoid(logit) ? 1 : 0;
            probability[1][row] = Calibrator.sigmoid(2 * logit);
            probability[0][row] = 1 - probability[1][row];
        }
        return new ScoredRows(
                List.of("normal", "abnormal"), Optional.of(1), actual, new int[size], Optional.of(probability));
    }

    private static int[] folds(int size) {
        var fold = new int[size];
        Arrays.setAll(fold, row -> row % 5);
        return fold;
    }
}
