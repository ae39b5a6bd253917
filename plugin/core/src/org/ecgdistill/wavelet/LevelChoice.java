package org.ecgdistill.wavelet;

import java.util.Locale;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/** Finds the number of levels for a signal. */
final class LevelChoice {

    /**
     * The approximation's band may end this far below the cut-off. With it the usual rates of 250, 360 and 500 Hz get
     * 8, 8 and 9 levels for 0.5 Hz: bands up to 0.49, 0.70 and 0.49 Hz.
     */
    private static final double TOLERANCE = 0.9;

    private LevelChoice() {}

    /** The number of levels that these settings require; throws if the signal is too short for them. */
    static int levels(WaveletSettings settings, int samples, double samplingRate) {
        var wavelet = settings.wavelet();
        var possible = wavelet.maximumLevel(samples);
        if (possible < 1) {
            throw new SignalException("The signal has " + count(samples) + ", but the wavelet " + wavelet
                    + " needs at least " + (wavelet.length() - 1)
                    + " for a single level. Denoise the record before cutting it into segments, or choose a shorter"
                    + " wavelet.");
        }
        var wanted = settings.level();
        if (settings.removesWander()) {
            var forWander = forCutOff(samplingRate, settings.wanderCutOff());
            checkReach(settings, samples, samplingRate, forWander, possible);
            if (wanted != WaveletSettings.AUTOMATIC && wanted < forWander) {
                throw new SignalException(String.format(
                        Locale.ROOT,
                        "With %d levels at %s Hz the removal of baseline wander would remove everything below %.2g Hz,"
                                + " the heart's signal with it. At least %d levels are needed: leave their number"
                                + " automatic, or keep the wander.",
                        wanted,
                        Words.number(samplingRate),
                        band(samplingRate, wanted),
                        forWander));
            }
            wanted = Math.max(wanted, forWander);
        } else if (wanted == WaveletSettings.AUTOMATIC) {
            wanted = Math.min(forCutOff(samplingRate, WaveletSettings.USUAL_CUT_OFF), possible);
        }
        if (wanted > possible) {
            throw new SignalException("Level " + wanted + " is too high: with the wavelet " + wavelet + " a signal of "
                    + count(samples) + " allows at most level " + possible
                    + ". Lower the level, leave it automatic, or denoise the record before cutting it into segments.");
        }
        return wanted;
    }

    /** The last level whose approximation, from 0 to rate/2^(level+1), still covers what lies below the cut-off. */
    static int forCutOff(double samplingRate, double cutOff) {
        if (!(samplingRate > 0 && samplingRate < Double.POSITIVE_INFINITY)) {
            throw new SignalException("The sampling rate is " + Words.number(samplingRate)
                    + " Hz; a positive number such as 360 or 500 was expected. Check the column with the"
                    + " sampling rate.");
        }
        var levels = Math.floor(Math.log(samplingRate / (TOLERANCE * cutOff)) / Math.log(2)) - 1;
        if (levels < 1) {
            throw new SignalException("At a sampling rate of " + Words.number(samplingRate)
                    + " Hz wavelets cannot separate what lies below " + Words.number(cutOff)
                    + " Hz; the rate must be at least four times the cut-off. Check the sampling rate's unit (Hz).");
        }
        return (int) levels;
    }

    private static void checkReach(
            WaveletSettings settings, int samples, double samplingRate, int forWander, int possible) {
        if (forWander > possible) {
            var needed = (long) (settings.wavelet().length() - 1) << forWander;
            throw new SignalException(String.format(
                    Locale.ROOT,
                    "The signal has %s (%.3g s), too few to separate baseline wander below %s Hz from the heart's"
                            + " signal:"
                            + " at %s Hz the wavelet %s needs %d. Denoise the record before cutting it into segments,"
                            + " choose a shorter wavelet, or keep the wander.",
                    count(samples),
                    samples / samplingRate,
                    Words.number(settings.wanderCutOff()),
                    Words.number(samplingRate),
                    settings.wavelet(),
                    needed));
        }
    }

    private static double band(double samplingRate, int level) {
        return Math.scalb(samplingRate, -level - 1);
    }

    private static String count(int samples) {
        return samples == 1 ? "1 sample" : samples + " samples";
    }
}
