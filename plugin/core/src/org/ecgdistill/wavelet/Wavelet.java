package org.ecgdistill.wavelet;

import java.util.List;
import org.ecgdistill.signal.SignalException;

/**
 * A wavelet: the four filters of its filter bank, known by a short name such as {@code sym8}.
 *
 * <p>With low-pass filters h (decomposition) and g (reconstruction) of length F, the high-pass filters are
 * (−1)^(k+1)·g(k) and (−1)^k·h(k), which cancels aliasing (Daubechies 1992, section 8.1).
 */
public final class Wavelet {

    /** Above this error of reconstruction the filters, as published, are not quite exact. */
    private static final double EXACT = 2e-13;

    private final String name;
    private final double[] decompositionLow;
    private final double[] reconstructionLow;
    private final double defect;

    Wavelet(String name, double[] decompositionLow, double[] reconstructionLow) {
        this.name = name;
        this.decompositionLow = decompositionLow;
        this.reconstructionLow = reconstructionLow;
        this.defect = reconstructionDefect(decompositionLow, reconstructionLow);
    }

    /**
     * The wavelet of this name: {@code haar}, {@code db2}…{@code db20}, {@code sym2}…{@code sym20}, {@code coif1}…
     * {@code coif5}, or one of the biorthogonal {@code bior1.1}…{@code bior6.8}. {@code db1} is another name of haar.
     *
     * @throws SignalException if there is no such wavelet
     */
    public static Wavelet of(String name) {
        return PublishedFilters.wavelet(name)
                .orElseThrow(() -> new SignalException("There is no wavelet \"" + name
                        + "\". Choose haar, db2 to db20, sym2 to sym20, coif1 to coif5, or a biorthogonal one such as"
                        + " bior4.4."));
    }

    /** The names of all wavelets, family by family, short filters first. */
    public static List<String> names() {
        return PublishedFilters.names();
    }

    public String name() {
        return name;
    }

    /** Number of coefficients of each of the four filters; always even. */
    public int length() {
        return decompositionLow.length;
    }

    /** Whether decomposition keeps the signal's energy (all families but the biorthogonal one). */
    public boolean isOrthogonal() {
        for (var k = 0; k < length(); k++) {
            if (decompositionLow[k] != reconstructionLow[length() - 1 - k]) {
                return false;
            }
        }
        return true;
    }

    public double[] decompositionLow() {
        return decompositionLow.clone();
    }

    public double[] decompositionHigh() {
        return alternate(reconstructionLow, -1);
    }

    public double[] reconstructionLow() {
        return reconstructionLow.clone();
    }

    public double[] reconstructionHigh() {
        return alternate(decompositionLow, 1);
    }

    /**
     * The largest level at which the wavelet still fits into the signal: 2^level · (length − 1) ≤ samples. Beyond it
     * every coefficient is made of samples from beyond the signal's ends. 0 means that not even one level is useful.
     */
    public int maximumLevel(int samples) {
        var ratio = samples / (length() - 1);
        return ratio < 1 ? 0 : 31 - Integer.numberOfLeadingZeros(ratio);
    }

    /** Whether the published digits reconstruct so exactly that no correction is worth its time. */
    boolean isExact() {
        return defect <= EXACT;
    }

    @Override
    public String toString() {
        return name;
    }

    private static double[] alternate(double[] filter, int first) {
        var result = new double[filter.length];
        for (var k = 0; k < filter.length; k++) {
            result[k] = (k % 2 == 0 ? first : -first) * filter[k];
        }
        return result;
    }

    /** How far Σ h(k)·g(F−1−k+2m) is from 1 at m = 0 and from 0 elsewhere (Daubechies 1992, equation 8.3.1). */
    private static double reconstructionDefect(double[] low, double[] dual) {
        var length = low.length;
        var worst = 0.0;
        for (var shift = -(length - 2); shift <= length - 2; shift += 2) {
            double sum = shift == 0 ? -1 : 0;
            for (var k = 0; k < length; k++) {
                var other = length - 1 - k + shift;
                if (other >= 0 && other < length) {
                    sum += low[k] * dual[other];
                }
            }
            worst = Math.max(worst, Math.abs(sum));
        }
        return worst;
    }
}
