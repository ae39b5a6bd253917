package org.ecgdistill.signal;

/**
 * Brings a signal to another sampling rate by straight lines between its samples, as ECGFounder's authors did. It keeps
 * time: sample i of the result is the signal at i divided by the new rate. Nothing is filtered first, so frequencies above
 * half of a lower new rate fold back; in an ECG that has been band-passed there are none worth speaking of.
 */
public final class LinearInterpolation {

    /** How many samples a signal has after {@link #resample}. */
    public static int length(final int samples, final double rate, final double newRate) {
        return Math.max(1, (int) Math.round(samples * newRate / rate));
    }

    public static double[] resample(final double[] signal, final double rate, final double newRate) {
        if (!(rate > 0) || !(newRate > 0)) {
            throw new SignalException(
                    "A sampling rate must be above 0 Hz, but is " + (rate > 0 ? newRate : rate) + ".");
        }
        if (signal.length == 0 || rate == newRate) {
            return signal.clone();
        }
        var out = new double[length(signal.length, rate, newRate)];
        for (var i = 0; i < out.length; i++) {
            var place = Math.min(i * rate / newRate, signal.length - 1);
            var left = (int) place;
            var right = Math.min(left + 1, signal.length - 1);
            out[i] = signal[left] + (place - left) * (signal[right] - signal[left]);
        }
        return out;
    }

    private LinearInterpolation() {}
}
