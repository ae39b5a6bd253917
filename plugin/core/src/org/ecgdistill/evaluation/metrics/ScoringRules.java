package org.ecgdistill.evaluation.metrics;

import org.ecgdistill.evaluation.EvaluationException;

/**
 * What metrics need to know besides the rows.
 *
 * @param averaging how classes are averaged where there are more than two
 * @param specificity at which the sensitivity is asked for
 * @param calibrationBins bins of the calibration error and curve
 */
public record ScoringRules(Averaging averaging, double specificity, int calibrationBins) {

    public static final ScoringRules DEFAULT = new ScoringRules(Averaging.MACRO, 0.95, 10);

    public ScoringRules {
        if (!(specificity > 0 && specificity < 1)) {
            throw new EvaluationException("The fixed specificity is " + specificity
                    + " but must lie between 0 and 1, for example 0.95; please change it.");
        }
        if (calibrationBins < 2 || calibrationBins > 1000) {
            throw new EvaluationException("The number of calibration bins is " + calibrationBins
                    + " but must be 2 to 1000, for example 10; please change it.");
        }
    }
}
