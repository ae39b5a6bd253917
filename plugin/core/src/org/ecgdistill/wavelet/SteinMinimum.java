package org.ecgdistill.wavelet;

/** Finds the magnitude with the lowest estimated risk among those it tries. */
final class SteinMinimum {

    private final int size;
    private final double variance;
    private double best = Double.POSITIVE_INFINITY;
    private double threshold;

    /** For this many coefficients, with noise of this variance. */
    SteinMinimum(int size, double variance) {
        this.size = size;
        this.variance = variance;
    }

    /** Tries neighbouring magnitudes in ascending order, given how many are smaller and the sum of their squares. */
    void tryAll(double[] magnitudes, int from, int to, int countBefore, double energyBefore) {
        var energy = energyBefore;
        for (var i = from; i < to; i++) {
            var square = magnitudes[i] * magnitudes[i];
            var count = countBefore + 1 + i - from;
            energy += square;
            var risk = energy - 2 * variance * count + (size - count) * square;
            if (risk < best) {
                best = risk;
                threshold = magnitudes[i];
            }
        }
    }

    double threshold() {
        return threshold;
    }
}
