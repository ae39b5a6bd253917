package org.ecgdistill.evaluation.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.ScoredRows;

/**
 * Calibrates the rows of each fold with a map fitted to the out-of-fold predictions of the other folds, so that the label
 * of a row never has a part in its own calibration. With more than two classes, temperature scaling works on all at once;
 * the other methods calibrate each class against the rest and make the sum 1 again (Zadrozny and Elkan 2002).
 */
public final class CrossFitting {

    private final CalibrationMethod method;

    public CrossFitting(CalibrationMethod method) {
        this.method = method;
    }

    /**
     * @param fold the fold of each row, from 0
     * @return probabilities as [class][row]
     * @throws EvaluationException if there are no other folds to fit to, or they lack a class
     */
    public double[][] calibrate(ScoredRows rows, int[] fold, int folds) {
        var probability = rows.probability()
                .orElseThrow(() -> new EvaluationException(
                        "The model gave predictions only; calibration needs probability columns."));
        var calibrated = new double[probability.length][rows.size()];
        if (method == CalibrationMethod.NONE) {
            for (var c = 0; c < calibrated.length; c++) {
                calibrated[c] = probability[c].clone();
            }
            return calibrated;
        }
        if (folds < 2) {
            throw new EvaluationException(
                    "Calibration needs at least two folds, so that no row is calibrated with its own"
                            + " label; choose a fold column or switch calibration off.");
        }
        for (var f = 0; f < folds; f++) {
            var current = f;
            var others = rows.at(rowsWhere(fold, other -> other != current));
            checkClasses(others);
            write(others, rows, rowsWhere(fold, other -> other == current), calibrated);
        }
        return calibrated;
    }

    private static int[] rowsWhere(int[] fold, IntPredicate wanted) {
        return IntStream.range(0, fold.length)
                .filter(row -> wanted.test(fold[row]))
                .toArray();
    }

    private static void checkClasses(ScoredRows others) {
        var rows = others.rowsOfClasses();
        for (var c = 0; c < rows.length; c++) {
            if (rows[c] == 0) {
                throw new EvaluationException("A fold cannot be calibrated: the other folds have no row of class \""
                        + others.classes().get(c) + "\". Use fewer folds or switch calibration off.");
            }
        }
    }

    private void write(ScoredRows others, ScoredRows rows, int[] targets, double[][] calibrated) {
        if (rows.positive().isPresent()) {
            int positive = rows.positive().get();
            var calibrator = fit(others, positive);
            for (var row : targets) {
                var p = calibrator.calibrate(rows.probability().orElseThrow()[positive][row]);
                calibrated[positive][row] = p;
                calibrated[1 - positive][row] = 1 - p;
            }
        } else {
            writeAllClasses(others, rows, targets, calibrated);
        }
    }

    private void writeAllClasses(ScoredRows others, ScoredRows rows, int[] targets, double[][] calibrated) {
        var probability = rows.probability().orElseThrow();
        var single = new ArrayList<Calibrator>();
        var temperature = method == CalibrationMethod.TEMPERATURE
                ? TemperatureScaling.fit(others.probability().orElseThrow(), others.actual())
                : new TemperatureScaling(1);
        for (var c = 0; c < probability.length && method != CalibrationMethod.TEMPERATURE; c++) {
            single.add(fit(others, c));
        }
        var ofClasses = new double[probability.length];
        for (var row : targets) {
            for (var c = 0; c < ofClasses.length; c++) {
                ofClasses[c] = probability[c][row];
            }
            var better = single.isEmpty() ? temperature.calibrate(ofClasses) : normalised(ofClasses, single);
            for (var c = 0; c < better.length; c++) {
                calibrated[c][row] = better[c];
            }
        }
    }

    private static double[] normalised(double[] ofClasses, List<Calibrator> single) {
        var better = new double[ofClasses.length];
        var sum = 0.0;
        for (var c = 0; c < better.length; c++) {
            better[c] = single.get(c).calibrate(ofClasses[c]);
            sum += better[c];
        }
        for (var c = 0; c < better.length; c++) {
            better[c] = sum > 0 ? better[c] / sum : 1.0 / better.length;
        }
        return better;
    }

    private Calibrator fit(ScoredRows rows, int c) {
        var probability = rows.probability().orElseThrow()[c];
        return switch (method) {
            case NONE -> p -> p;
            case PLATT -> PlattScaling.fit(probability, rows.is(c));
            case ISOTONIC -> IsotonicCalibration.fit(probability, rows.is(c));
            case TEMPERATURE -> TemperatureScaling.fit(rows.probability().orElseThrow(), rows.actual());
        };
    }
}
