package org.ecgdistill.signal.quality;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The power of a signal by frequency: the mean over half-overlapping stretches under a Hann window (Welch, "The use of
 * fast Fourier transform for the estimation of power spectra", IEEE Trans. Audio Electroacoust. 15, 1967). The mean of
 * the whole signal is subtracted first; that of a stretch is not, because it is wander.
 */
final class PowerSpectrum {

    /** Long enough to separate 0.5 Hz from 1 Hz. */
    private static final double STRETCH_SECONDS = 4;

    private final double[] power;
    private final double step;

    PowerSpectrum(double[] samples, double rate) {
        var length = Integer.highestOneBit((int) Math.min(1 << 20, Math.max(2, 2 * STRETCH_SECONDS * rate - 1)));
        this.power = new double[length / 2 + 1];
        this.step = rate / length;
        var mean = 0.0;
        for (var sample : samples) {
            mean += sample / samples.length;
        }
        var transformer = new FastFourierTransformer(DftNormalization.STANDARD);
        var windowed = new double[length];
        for (var start = 0; start == 0 || start + length <= samples.length; start += length / 2) {
            // A signal shorter than a stretch is windowed as a whole and filled up with zeros.
            var taken = Math.min(length, samples.length);
            for (var i = 0; i < length; i++) {
                var window = Math.sin(Math.PI * (i + 0.5) / taken);
                windowed[i] = i < taken ? (samples[start + i] - mean) * window * window : 0;
            }
            var spectrum = transformer.transform(windowed, TransformType.FORWARD);
            for (var k = 0; k < power.length; k++) {
                power[k] += spectrum[k].getReal() * spectrum[k].getReal()
                        + spectrum[k].getImaginary() * spectrum[k].getImaginary();
            }
        }
    }

    /** The power from one frequency up to, but not including, another; only ratios of powers mean anything. */
    double between(double from, double to) {
        var sum = 0.0;
        for (var k = (int) Math.ceil(from / step); k < power.length && k * step < to; k++) {
            sum += power[k];
        }
        return sum;
    }
}
