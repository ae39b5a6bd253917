package org.ecgdistill.wavelet;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The wavelet coefficients of a signal over several levels. */
public final class Decomposition {

    private final int samples;
    private final double[] approximation;
    private final double[][] details;

    Decomposition(final int samples, final double[] approximation, final double[][] details) {
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
        return approximation.clone();
    }

    /** The details of a level, from 1, the finest, to {@link #levels}. */
    public double[] detail(final int level) {
        return details[level - 1].clone();
    }

    /** The same with other coefficients, as many as before. */
    public Decomposition with(final double[] newApproximation, final double[]... newDetails) {
        if (newApproximation.length != approximation.length
                || newDetails.length != details.length
                || IntStream.range(0, details.length).anyMatch(i -> newDetails[i].length != details[i].length)) {
            throw new IllegalArgumentException("another number of coefficients");
        }
        return new Decomposition(
                samples,
                newApproximation.clone(),
                Arrays.stream(newDetails).map(double[]::clone).toArray(double[][]::new));
    }
}
