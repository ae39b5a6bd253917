package org.ecgdistill.signal.quality;

import java.util.Arrays;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/** Measures the quality of signals of one sampling rate. */
public final class SignalQuality {

    private static final double FLAT_SECONDS = 0.1;
    private static final int SATURATED_SAMPLES = 3;

    /** The minimum rate for the frequency bands of the measures. */
    private static final double LEAST_RATE = 80;

    private final double rate;

    /** @throws SignalException if the rate is too low to see a QRS complex and what disturbs it */
    public SignalQuality(double rate) {
        if (!isPossibleAt(rate)) {
            throw new SignalException(
                    "The quality of a signal of " + Words.number(rate) + " Hz cannot be measured: at least "
                            + LEAST_RATE + " Hz are needed, because frequencies up to 40 Hz are measured.");
        }
        this.rate = rate;
    }

    /** Whether a signal of this sampling rate can be measured. */
    public static boolean isPossibleAt(double rate) {
        return rate >= LEAST_RATE && Double.isFinite(rate);
    }

    public Quality of(double[] samples) {
        var present = Arrays.stream(samples).filter(Double::isFinite).toArray();
        if (present.length == 0) {
            return new Quality(1, 0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        var length = (double) samples.length;
        var kurtosis = kurtosis(present);
        var power = new PowerSpectrum(present, rate);
        return new Quality(
                1 - present.length / length,
                inRuns(present, (int) Math.max(2, Math.round(FLAT_SECONDS * rate)), false) / length,
                inRuns(present, SATURATED_SAMPLES, true) / length,
                kurtosis,
                power.between(5, 15) / power.between(5, 40),
                power.between(1, 40) / power.between(0, 40));
    }

    /** The fourth moment over the square of the second: 3 for a normal distribution. NaN if nothing moves. */
    private static double kurtosis(double[] samples) {
        var mean = Arrays.stream(samples).average().orElseThrow();
        var second = 0.0;
        var fourth = 0.0;
        for (var sample : samples) {
            var square = (sample - mean) * (sample - mean);
            second += square;
            fourth += square * square;
        }
        return samples.length * fourth / (second * second);
    }

    /**
     * How many samples are in runs of equal ones.
     *
     * @param atLimits true for runs at the highest and lowest value that are shorter than flat ones; false for flat
     *     ones anywhere
     */
    private int inRuns(double[] samples, int least, boolean atLimits) {
        var highest = Arrays.stream(samples).max().orElseThrow();
        var lowest = Arrays.stream(samples).min().orElseThrow();
        var flat = (int) Math.max(2, Math.round(FLAT_SECONDS * rate));
        var count = 0;
        for (var start = 0; start < samples.length; ) {
            var end = start + 1;
            while (end < samples.length && samples[end] == samples[start]) {
                end++;
            }
            var length = end - start;
            var isLimit = samples[start] == highest || samples[start] == lowest;
            if (length >= least && (!atLimits || isLimit && length < flat)) {
                count += length;
            }
            start = end;
        }
        return count;
    }
}
