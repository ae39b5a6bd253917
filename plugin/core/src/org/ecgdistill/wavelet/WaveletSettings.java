package org.ecgdistill.wavelet;

import java.util.Optional;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/**
 * Everything a {@link WaveletDenoiser} needs to know beforehand.
 *
 * @param wavelet the wavelet
 * @param mode what is taken for the samples beyond the ends
 * @param level number of levels, or {@link #AUTOMATIC}
 * @param thresholding what is done to the details
 * @param wanderCutOff below this frequency in Hz all is removed as baseline wander; {@link #KEEP_WANDER} for none
 * @param shifts over how many shifts of the signal against the transform's grid the result is averaged (cycle spinning,
 *     Coifman and Donoho, Lecture Notes in Statistics 103 (1995) 125); 1 for none. Takes that many times as long.
 */
public record WaveletSettings(
        Wavelet wavelet, BoundaryMode mode, int level, Thresholding thresholding, double wanderCutOff, int shifts) {

    public static final int AUTOMATIC = 0;
    public static final double KEEP_WANDER = 0;

    /** Below this frequency in Hz there is no part of a normal ECG at rest. */
    public static final double USUAL_CUT_OFF = 0.5;

    private static final int MOST_SHIFTS = 64;

    /** The finest levels hold little of a heart's signal; from about this one on they hold most of it. */
    private static final int LAST_LEVEL_OF_MOSTLY_NOISE = 4;

    public WaveletSettings {
        if (level < 0) {
            throw new SignalException(
                    "The number of levels is " + level + "; a number of at least 1, or 0 for automatic, was expected.");
        }
        if (!(wanderCutOff >= 0 && wanderCutOff < Double.POSITIVE_INFINITY)) {
            throw new SignalException("The cut-off frequency for baseline wander is " + Words.number(wanderCutOff)
                    + " Hz; a positive number such as 0.5 was expected, or 0 to keep the wander.");
        }
        if (shifts < 1 || shifts > MOST_SHIFTS) {
            throw new SignalException("The number of shifts to average over is " + shifts + "; a number from 1 to "
                    + MOST_SHIFTS + " was expected.");
        }
    }

    /**
     * The best all-round choice found on clinical recordings with known noise: SURE thresholds, a short wavelet, eight
     * shifts, and removal of the wander.
     */
    public static WaveletSettings clinical() {
        return standard("coif1", ThresholdRule.SURE, 8);
    }

    /**
     * Universal soft thresholds and removal of the wander, as in the paper on distilling ECGFounder. The paper names no
     * wavelet; this one is short enough for records of ten seconds at 500 Hz.
     */
    public static WaveletSettings paper() {
        return standard("sym4", ThresholdRule.UNIVERSAL, 1);
    }

    private static WaveletSettings standard(String wavelet, ThresholdRule rule, int shifts) {
        return new WaveletSettings(
                Wavelet.of(wavelet), BoundaryMode.SYMMETRIC, AUTOMATIC, Thresholding.soft(rule), USUAL_CUT_OFF, shifts);
    }

    boolean removesWander() {
        return wanderCutOff > 0;
    }

    /** A sentence about a combination that is allowed but harms the ECG. */
    public Optional<String> warning() {
        var perLevel = thresholding.estimate() == NoiseEstimate.PER_LEVEL && thresholding.rule() != ThresholdRule.NONE;
        var coarse = thresholding.coarsest() > LAST_LEVEL_OF_MOSTLY_NOISE
                && (level == AUTOMATIC || level > LAST_LEVEL_OF_MOSTLY_NOISE);
        return perLevel && coarse
                ? Optional.of("These settings destroy the ECG: in the coarse levels the median is made of heart beats,"
                        + " not of noise, so thresholds from each level for itself remove the beats. Take the noise"
                        + " from the finest level, or denoise only levels 1 to " + LAST_LEVEL_OF_MOSTLY_NOISE + ".")
                : Optional.empty();
    }
}
