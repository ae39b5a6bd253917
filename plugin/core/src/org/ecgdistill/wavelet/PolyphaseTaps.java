package org.ecgdistill.wavelet;

/**
 * Two filters, each applied to two input sequences at once: y(i) = Σ_k p(k)·even(i+k) + q(k)·odd(i+k). Decomposition
 * is such a bank from the even and odd samples to the approximation and the detail; reconstruction is one the other
 * way round (the polyphase form, Vaidyanathan 1993, chapter 5).
 *
 * @param first p(0), q(0), p(1), q(1), … of the first output
 * @param second the same for the second output
 */
record PolyphaseTaps(double[] first, double[] second) {

    /** From even and odd samples, counted from the first sample a coefficient needs, to approximation and detail. */
    static PolyphaseTaps decomposition(Wavelet wavelet) {
        return new PolyphaseTaps(reversed(wavelet.decompositionLow()), reversed(wavelet.decompositionHigh()));
    }

    /** From approximation and detail to even and odd samples; inputs start {@link #overlap} before the outputs. */
    static PolyphaseTaps reconstruction(Wavelet wavelet) {
        return new PolyphaseTaps(
                merged(wavelet.reconstructionLow(), wavelet.reconstructionHigh(), 0),
                merged(wavelet.reconstructionLow(), wavelet.reconstructionHigh(), 1));
    }

    /** Number of taps of each output, filled up with zeros to a multiple of four. */
    int length() {
        return first.length;
    }

    /** How many more inputs than outputs there must be. */
    int overlap() {
        return first.length / 2 - 1;
    }

    private static double[] reversed(double[] filter) {
        var taps = new double[padded(filter.length)];
        for (var k = 0; k < filter.length; k++) {
            taps[k] = filter[filter.length - 1 - k];
        }
        return taps;
    }

    private static double[] merged(double[] low, double[] high, int phase) {
        var taps = new double[padded(low.length)];
        for (var k = 0; 2 * k < low.length; k++) {
            var place = taps.length - 2 - 2 * k;
            taps[place] = low[2 * k + phase];
            taps[place + 1] = high[2 * k + phase];
        }
        return taps;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
