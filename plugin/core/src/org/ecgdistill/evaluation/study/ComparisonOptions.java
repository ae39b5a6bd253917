package org.ecgdistill.evaluation.study;

import java.util.Optional;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.metrics.ScoringRules;

/**
 * What an analyst can choose.
 *
 * @param positiveClass the positive class; with more than two classes it is set against all others. If empty: of two
 *     classes the one that the models give a probability of, else the rarer one; more than two all count alike
 * @param calibration applied to all probabilities before anything is computed
 * @param resamples of the bootstrap; 0 for no intervals
 * @param level of the intervals
 * @param ec57 whether to add the table per class in the form of ANSI/AAMI EC57
 */
public record ComparisonOptions(
        Optional<String> positiveClass,
        DecisionThreshold threshold,
        CalibrationMethod calibration,
        ScoringRules rules,
        int resamples,
        double level,
        long seed,
        boolean ec57) {

    public static final ComparisonOptions DEFAULT = new ComparisonOptions(
            Optional.empty(),
            DecisionThreshold.HALF,
            CalibrationMethod.NONE,
            ScoringRules.DEFAULT,
            1000,
            0.95,
            1,
            false);

    public ComparisonOptions {
        if (resamples < 0) {
            throw new EvaluationException(
                    "The number of bootstrap resamples is " + resamples + " but must be 0 or more, for example 1,000.");
        }
        if (!(level > 0 && level < 1)) {
            throw new EvaluationException("The confidence level is " + level
                    + " but must lie between 0 and 1, for example 0.95; please change it.");
        }
    }

    public ComparisonOptions withPositiveClass(String newPositiveClass) {
        return new ComparisonOptions(
                Optional.of(newPositiveClass), threshold, calibration, rules, resamples, level, seed, ec57);
    }

    public ComparisonOptions withThreshold(DecisionThreshold newThreshold) {
        return new ComparisonOptions(positiveClass, newThreshold, calibration, rules, resamples, level, seed, ec57);
    }

    public ComparisonOptions withCalibration(CalibrationMethod newCalibration) {
        return new ComparisonOptions(positiveClass, threshold, newCalibration, rules, resamples, level, seed, ec57);
    }

    public ComparisonOptions withRules(ScoringRules newRules) {
        return new ComparisonOptions(positiveClass, threshold, calibration, newRules, resamples, level, seed, ec57);
    }

    public ComparisonOptions withBootstrap(int newResamples, long newSeed) {
        return new ComparisonOptions(positiveClass, threshold, calibration, rules, newResamples, level, newSeed, ec57);
    }

    public ComparisonOptions withLevel(double newLevel) {
        return new ComparisonOptions(positiveClass, threshold, calibration, rules, resamples, newLevel, seed, ec57);
    }

    public ComparisonOptions withEc57(boolean newEc57) {
        return new ComparisonOptions(positiveClass, threshold, calibration, rules, resamples, level, seed, newEc57);
    }
}
