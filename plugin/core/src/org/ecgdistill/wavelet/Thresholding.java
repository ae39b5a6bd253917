package org.ecgdistill.wavelet;

import org.ecgdistill.signal.SignalException;

/**
 * What is done to the details of each level.
 *
 * @param rule how thresholds are found
 * @param shrinkage what they do
 * @param estimate where the noise's standard deviation comes from
 * @param givenNoise that standard deviation in the signal's unit, if it is given
 * @param finest the finest level that is touched, from 1
 * @param coarsest the coarsest level that is touched; levels the signal does not reach don't matter
 */
public record Thresholding(
        ThresholdRule rule, Shrinkage shrinkage, NoiseEstimate estimate, double givenNoise, int finest, int coarsest) {

    /** For {@link #coarsest}: every level. */
    public static final int ALL = Integer.MAX_VALUE;

    public Thresholding {
        if (finest < 1 || coarsest < finest) {
            throw new SignalException("Levels " + finest + " to " + coarsest
                    + " cannot be denoised: the first must be at least 1 and the last must not be below it. Correct"
                    + " the levels.");
        }
        if (estimate == NoiseEstimate.GIVEN && !(givenNoise >= 0 && givenNoise < Double.POSITIVE_INFINITY)) {
            throw new SignalException("The given standard deviation of the noise is " + givenNoise
                    + "; a number of at least 0, in the unit of the signal, was expected.");
        }
    }

    /** Soft thresholds with σ from the finest level, on every level. */
    public static Thresholding soft(ThresholdRule rule) {
        return new Thresholding(rule, Shrinkage.SOFT, NoiseEstimate.FINEST_LEVEL, 0, 1, ALL);
    }

    /** Whether the noise is estimated from this level. */
    boolean estimates(int level) {
        return estimate == NoiseEstimate.PER_LEVEL || estimate == NoiseEstimate.FINEST_LEVEL && level == 1;
    }

    boolean touches(int level) {
        return rule != ThresholdRule.NONE && level >= finest && level <= coarsest;
    }
}
