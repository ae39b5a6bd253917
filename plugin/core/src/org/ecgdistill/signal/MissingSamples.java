package org.ecgdistill.signal;

/**
 * The missing samples (NaN) of a signal, for work that needs numbers throughout: they are bridged by straight lines
 * before and put back afterwards. At the ends the nearest sample is held.
 */
public final class MissingSamples {

    private final double[] signal;
    private final boolean any;

    private MissingSamples(double[] signal, boolean any) {
        this.signal = signal;
        this.any = any;
    }

    /**
     * @throws SignalException if the signal is empty, has no number at all, or has an infinite one
     */
    public static MissingSamples of(double[] signal) {
        if (signal.length == 0) {
            throw new SignalException("The signal is empty: it has 0 samples; at least 2 are needed. Leave this row out"
                    + " or read its record again.");
        }
        if (allFinite(signal)) {
            return new MissingSamples(signal, false);
        }
        var missing = 0;
        for (var i = 0; i < signal.length; i++) {
            if (Double.isInfinite(signal[i])) {
                throw new SignalException("Sample " + (i + 1) + " of the signal's " + signal.length
                        + " samples is infinite; a number or a missing value was expected. Often a division by zero"
                        + " made it: correct that step, or replace the value by a missing one.");
            }
            missing += Double.isNaN(signal[i]) ? 1 : 0;
        }
        if (missing == signal.length) {
            throw new SignalException("All " + missing + " samples of the signal are missing, so there is nothing to"
                    + " work on. Leave this row out or read its record again.");
        }
        return new MissingSamples(signal, true);
    }

    /** The signal without gaps; the given array itself if it has none, so it must not be written to. */
    public double[] bridged() {
        if (!any) {
            return signal;
        }
        var result = signal.clone();
        var before = -1;
        for (var i = 0; i < result.length; i++) {
            if (!Double.isNaN(signal[i])) {
                bridge(result, before, i);
                before = i;
            }
        }
        bridge(result, before, result.length);
        return result;
    }

    /** Makes the same samples of the result missing. */
    public void putBackInto(double[] result) {
        for (var i = 0; any && i < result.length; i++) {
            if (Double.isNaN(signal[i])) {
                result[i] = Double.NaN;
            }
        }
    }

    private static void bridge(double[] samples, int before, int after) {
        for (var i = before + 1; i < after; i++) {
            if (before < 0) {
                samples[i] = samples[after];
            } else if (after == samples.length) {
                samples[i] = samples[before];
            } else {
                var share = (i - before) / (double) (after - before);
                samples[i] = samples[before] + share * (samples[after] - samples[before]);
            }
        }
    }

    /** 0·x is 0 for every number and NaN for NaN and the infinities; two sums keep the processor busy. */
    private static boolean allFinite(double[] signal) {
        var even = 0.0;
        var odd = 0.0;
        var half = signal.length / 2;
        for (var i = 0; i < half; i++) {
            even += 0 * signal[2 * i];
            odd += 0 * signal[2 * i + 1];
        }
        return even + odd + 0 * signal[signal.length - 1] == 0;
    }
}
