package org.ecgdistill.signal.filter;

import java.util.Arrays;

/**
 * A recursive filter y(n) = Σ b(k)·x(n−k) − Σ a(k)·y(n−k), with as many a as b and a(0) = 1. Computed in the transposed
 * direct form II (Oppenheim and Schafer, Discrete-Time Signal Processing, section 6.4).
 *
 * @param b the coefficients of the input
 * @param a the coefficients of the output
 * @param settled the inner state in which a constant input of 1 has long settled, so that it starts without a jump
 */
record RecursiveFilter(double[] b, double[] a, double[] settled) {

    RecursiveFilter(double[] b, double[] a) {
        this(b, a, settled(b, a));
    }

    /**
     * A notch at one frequency: its width between the points of −3 dB is the frequency divided by the quality (Orfanidis,
     * Introduction to Signal Processing, section 11.3).
     */
    static RecursiveFilter notch(double frequency, double quality, double samplingRate) {
        var angle = 2 * frequency / samplingRate;
        var gain = 1 / (1 + StrictMath.tan(angle / quality * Math.PI / 2));
        var cosine = StrictMath.cos(angle * Math.PI);
        return new RecursiveFilter(
                new double[] {gain, gain * (-2 * cosine), gain}, new double[] {1, -2 * gain * cosine, 2 * gain - 1});
    }

    int order() {
        return a.length - 1;
    }

    /** The output that a constant input of 1 settles to. */
    double gainOfConstant() {
        return gainOfConstant(b, a);
    }

    /** Filters in place, starting as if the first sample had been there for ever. */
    void apply(double[] signal, double first) {
        var state = settled.clone();
        var order = order();
        for (var k = 0; k < order; k++) {
            state[k] *= first;
        }
        for (var n = 0; n < signal.length; n++) {
            var input = signal[n];
            var output = state[0] + b[0] * input;
            for (var k = 1; k < order; k++) {
                state[k - 1] = state[k] + input * b[k] - output * a[k];
            }
            state[order - 1] = input * b[order] - output * a[order];
            signal[n] = output;
        }
    }

    private static double gainOfConstant(double[] b, double[] a) {
        return Arrays.stream(b).sum() / Arrays.stream(a).sum();
    }

    private static double[] settled(double[] b, double[] a) {
        var state = new double[a.length - 1];
        var output = gainOfConstant(b, a);
        var sum = 0.0;
        for (var k = state.length; k > 0; k--) {
            sum += b[k] - a[k] * output;
            state[k - 1] = sum;
        }
        return state;
    }
}
