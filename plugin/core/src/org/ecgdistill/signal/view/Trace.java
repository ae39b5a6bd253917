package org.ecgdistill.signal.view;

import org.ecgdistill.signal.SignalException;

/**
 * A stretch of a signal for a screen of a given number of columns. While there are more samples than a screen can show,
 * each column keeps its lowest and its highest sample, so that no peak is ever lost; below that, the samples are given
 * as they are. A column without a sample that is present is NaN.
 *
 * @param first sample of the signal that the first point stands for
 * @param step samples from one point to the next
 * @param low lowest sample of each column, or the samples themselves
 * @param high highest sample of each column; empty if {@code low} holds the samples themselves
 */
public record Trace(long first, double step, float[] low, float[] high) {

    private static final float[] NONE = {};

    /**
     * The samples from one moment to another; what lies outside the signal is left out.
     *
     * @param rate samples per second
     * @param from in seconds
     * @param to in seconds, beyond {@code from}
     * @param columns how many columns the stretch is wide
     */
    public static Trace of(double[] signal, double rate, double from, double to, int columns) {
        if (!(rate > 0) || !(to > from) || columns < 1) {
            throw new SignalException("There is nothing to show from " + from + " s to " + to + " s at " + rate
                    + " Hz on " + columns + " columns: the end must lie after the start, and the rate and the number"
                    + " of columns must be positive.");
        }
        var first = (int) Math.min(signal.length, Math.max(0, (long) Math.floor(from * rate)));
        var end = (int) Math.min(signal.length, Math.max(0, (long) Math.ceil(to * rate) + 1));
        if (end - first <= 2L * columns) {
            return new Trace(first, 1, samples(signal, first, end), NONE);
        }
        var step = (double) (end - first) / columns;
        var low = new float[columns];
        var high = new float[columns];
        for (var column = 0; column < columns; column++) {
            var begin = first + (int) (column * step);
            var least = Double.POSITIVE_INFINITY;
            var most = Double.NEGATIVE_INFINITY;
            for (var i = begin; i < Math.min(end, first + (int) ((column + 1) * step)); i++) {
                // a comparison with NaN is false, so missing samples count for nothing
                least = signal[i] < least ? signal[i] : least;
                most = signal[i] > most ? signal[i] : most;
            }
            low[column] = least > most ? Float.NaN : (float) least;
            high[column] = least > most ? Float.NaN : (float) most;
        }
        return new Trace(first, step, low, high);
    }

    /** The whole signal. */
    public static Trace of(double[] signal, int columns) {
        return of(signal, 1, 0, Math.max(1, signal.length), columns);
    }

    /** The difference of two signals, sample by sample; as long as the shorter one. */
    public static double[] difference(double[] minuend, double[] subtrahend) {
        var difference = new double[Math.min(minuend.length, subtrahend.length)];
        for (var i = 0; i < difference.length; i++) {
            difference[i] = minuend[i] - subtrahend[i];
        }
        return difference;
    }

    private static float[] samples(double[] signal, int first, int end) {
        var samples = new float[end - first];
        for (var i = first; i < end; i++) {
            samples[i - first] = (float) signal[i];
        }
        return samples;
    }
}
