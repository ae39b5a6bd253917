package org.ecgdistill.signal.filter;

import java.util.Arrays;

/**
 * The running median of an odd number of neighbouring samples; beyond the ends there are zeros. What a wide median
 * leaves is baseline, because beats are shorter than half its window.
 */
record MedianFilter(int window) {

    /** The running median, one number for each sample. */
    double[] apply(double[] signal) {
        var half = window / 2;
        // All samples of the window in ascending order; at the start they are the zeros before the signal.
        var sorted = new double[window];
        var result = new double[signal.length];
        for (var i = -half; i < signal.length; i++) {
            var entering = at(signal, i + half);
            var leaving = at(signal, i - half - 1);
            replace(sorted, leaving, entering);
            if (i >= 0) {
                result[i] = sorted[half];
            }
        }
        return result;
    }

    private static double at(double[] signal, int index) {
        // Adding 0 turns −0 into 0, which the search below would distinguish.
        return index >= 0 && index < signal.length ? signal[index] + 0.0 : 0;
    }

    private static void replace(double[] sorted, double leaving, double entering) {
        var from = Arrays.binarySearch(sorted, leaving);
        var found = Arrays.binarySearch(sorted, entering);
        var to = found < 0 ? -found - 1 : found;
        if (to > from) {
            to--;
            System.arraycopy(sorted, from + 1, sorted, from, to - from);
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
        }
        sorted[to] = entering;
    }
}
