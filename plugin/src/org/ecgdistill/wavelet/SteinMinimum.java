package org.ecgdistill.wavelet;

/** Looks for the magnitude with the least estimated risk among those it is shown. */
final class SteinMinimum {

    private final int size;
    private final double variance;
    private double best = Double.POSITIVE_INFINITY;
    private double threshold;

    /** For so many coefficients, with noise of this variance. */
    SteinMinimum(final int size, final double variance) {
        this.size = size;
        this.variance = variance;
    }

    /** Tries neighbouring magnitudes in ascending order, given how many are smaller and the sum of their squares. */
    void tryAll(
            final double[] magnitudes, final int from, final int to, final int countBefore, final double energyBefore) {
        double energy = energyBefore;
        for (int i = from; i < to; i++) {
            double square = magnitudes[i] * magnitudes[i];
            int count = countBefore + 1 + i - from;
            energy += square;
            double risk = energy - 2 * variance * count + (size - count) * square;
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
