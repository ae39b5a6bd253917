package org.ecgdistill.wavelet;

import org.ecgdistill.signal.SignalException;

/**
 * The discrete wavelet transform with one wavelet and one boundary mode, for signals of any length, and its inverse
 * (Mallat's pyramid algorithm, IEEE Trans. PAMI 11 (1989) 674). May be used by several threads at once.
 */
public final class WaveletTransform {

    private final ThreadLocal<Pyramid> pyramids;

    public WaveletTransform(final Wavelet wavelet, final BoundaryMode mode) {
        pyramids = ThreadLocal.withInitial(() -> new Pyramid(wavelet, mode));
    }

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
        return pyramids.get().decomposeAnew(signal, levels);
    }

    /** The signal of these coefficients, made with the same wavelet and mode. */
    public double[] reconstruct(final Decomposition coefficients) {
        var signal = new double[coefficients.samples()];
        pyramids.get().reconstruct(coefficients, signal);
        return signal;
    }
}
