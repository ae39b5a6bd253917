package org.ecgdistill.wavelet;

import org.ecgdistill.signal.SignalException;

/**
 * The discrete wavelet transform with one wavelet and one boundary mode, for signals of any length, and its inverse
 * (Mallat's pyramid algorithm, IEEE Trans. PAMI 11 (1989) 674). May be used by several threads at once.
 */
public final class WaveletTransform {

    private final ThreadLocal<Pyramid> pyramids;

    public WaveletTransform(Wavelet wavelet, BoundaryMode mode) {
        pyramids = ThreadLocal.withInitial(() -> new Pyramid(wavelet, mode));
    }

    /**
     * @param levels from 1; may exceed {@link Wavelet#maximumLevel}, then the ends make up most of the coefficients
     * @throws SignalException if the signal has no samples or {@code levels} is not positive
     */
    public Decomposition decompose(double[] signal, int levels) {
        if (signal.length == 0) {
            throw new SignalException("The signal has no samples, so there is nothing to decompose.");
        }
        if (levels < 1) {
            throw new SignalException("A wavelet transform needs at least one level, not " + levels + ".");
        }
        return pyramids.get().decomposeAnew(signal, levels);
    }

    /**
     * Decomposes another signal of the same length into coefficients that are no longer needed, so that nothing is
     * allocated.
     *
     * @param coefficients made by {@link #decompose(double[], int)} with the same wavelet and mode; they are overwritten
     * @throws SignalException if the signal has another length than theirs
     */
    public void decompose(double[] signal, Decomposition coefficients) {
        checkLength(signal, coefficients);
        pyramids.get().decompose(signal, coefficients);
    }

    /** The signal of these coefficients, made with the same wavelet and mode. */
    public double[] reconstruct(Decomposition coefficients) {
        var signal = new double[coefficients.samples()];
        pyramids.get().reconstruct(coefficients, signal);
        return signal;
    }

    /**
     * As {@link #reconstruct(Decomposition)}, into a signal that is no longer needed.
     *
     * @throws SignalException if it has another length than the coefficients' signal
     */
    public void reconstruct(Decomposition coefficients, double[] signal) {
        checkLength(signal, coefficients);
        pyramids.get().reconstruct(coefficients, signal);
    }

    private static void checkLength(double[] signal, Decomposition coefficients) {
        if (signal.length != coefficients.samples()) {
            throw new SignalException("The coefficients are those of " + coefficients.samples()
                    + " samples, but the signal has " + signal.length + ".");
        }
    }
}
