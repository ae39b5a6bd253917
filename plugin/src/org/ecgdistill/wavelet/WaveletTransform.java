package org.ecgdistill.wavelet;

import org.ecgdistill.signal.SignalException;

/**
 * The discrete wavelet transform with one wavelet and one boundary mode, for signals of any length, and its inverse
 * (Mallat's pyramid algorithm, IEEE Trans. PAMI 11 (1989) 674).
 */
public record WaveletTransform(Wavelet wavelet, BoundaryMode mode) {

    /**
     * @param levels from 1; may exceed {@link Wavelet#maximumLevel}, then the ends make up most of the coefficients
     * @throws SignalException if the signal has no samples or {@code levels} is not positive
     */
    public Decomposition decompose(final double[] signal, final int levels) {
        if (signal.length == 0) {
            throw new SignalException("The signal has no samples, so there is nothing to decompose.");
        }
        if (levels < 1) {
            throw new SignalException("A wavelet transform needs at least one level, not " + levels + ".");
        }
        var pyramid = new Pyramid(wavelet, mode);
        pyramid.prepare(signal.length, levels);
        pyramid.decompose(signal);
        var details = new double[levels][];
        for (int level = 1; level <= levels; level++) {
            details[level - 1] = pyramid.detail(level).copy();
        }
        return new Decomposition(signal.length, pyramid.approximation().copy(), details);
    }

    /** The signal of these coefficients, made with the same wavelet and mode. */
    public double[] reconstruct(final Decomposition coefficients) {
        var pyramid = new Pyramid(wavelet, mode);
        pyramid.prepare(coefficients.samples(), coefficients.levels());
        pyramid.approximation().copyFrom(coefficients.approximation());
        for (int level = 1; level <= coefficients.levels(); level++) {
            pyramid.detail(level).copyFrom(coefficients.detail(level));
        }
        var signal = new double[coefficients.samples()];
        pyramid.reconstruct(signal);
        return signal;
    }
}
