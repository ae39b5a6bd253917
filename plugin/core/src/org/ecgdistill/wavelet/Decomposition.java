package org.ecgdistill.wavelet;

import java.util.stream.IntStream;

/** The wavelet coefficients of a signal over several levels. */
public final class Decomposition {

    private final int samples;
    private final Slice approximation;
    private final Slice[] details;

    /** @param details of each level, the finest first */
    Decomposition(int samples, Slice approximation, Slice... details) {
        this.samples = samples;
        this.approximation = approximation;
        this.details = details;
    }

    /** Number of samples of the signal that was decomposed. */
    public int samples() {
        return samples;
    }

    public int levels() {
        return details.length;
    }

    /** What is left of the signal after the coarsest level. */
    public double[] approximation() {
        return approximation.copy();
    }

    /** The details of a level, from 1, the finest, to {@link #levels}. */
    public double[] detail(int level) {
        return details(level).copy();
    }

    /** The same with other coefficients, as many as before. */
    public Decomposition with(double[] newApproximation, double[]... newDetails) {
        if (newApproximation.length != approximation.length()
                || newDetails.length != details.length
                || IntStream.range(0, details.length).anyMatch(i -> newDetails[i].length != details[i].length())) {
            throw new IllegalArgumentException("another number of coefficients");
        }
        var slices = new Slice[details.length];
        for (var i = 0; i < slices.length; i++) {
            slices[i] = Slice.of(newDetails[i].clone());
        }
        return new Decomposition(samples, Slice.of(newApproximation.clone()), slices);
    }

    Slice approximationSlice() {
        return approximation;
    }

    Slice details(int level) {
        return details[level - 1];
    }
}
