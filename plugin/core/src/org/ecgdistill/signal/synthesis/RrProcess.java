package org.ecgdistill.signal.synthesis;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.ecgdistill.signal.SignalException;

/**
 * The sinus node's clock: RR intervals whose power spectrum has two peaks, one of blood pressure regulation (Mayer
 * waves, about 0.1 Hz) and one of breathing (about 0.25 Hz). The series is the inverse Fourier transform of the square
 * root of that spectrum with random phases, shifted and scaled to the mean and standard deviation asked for.
 *
 * <p>McSharry, Clifford, Tarassenko and Smith, "A dynamical model for generating synthetic electrocardiogram signals",
 * IEEE Trans. Biomed. Eng. 50(3), 2003, equations 5 and 6.
 *
 * @param mean interval in seconds
 * @param deviation standard deviation of the intervals in seconds
 * @param lowFrequency centre of the pressure peak in Hz
 * @param highFrequency centre of the breathing peak in Hz
 * @param lowToHigh power in the pressure peak divided by power in the breathing peak
 */
record RrProcess(double mean, double deviation, double lowFrequency, double highFrequency, double lowToHigh) {

    /** Samples of the series per second; well above twice the breathing frequency. */
    static final double RATE = 4;

    /** Standard deviation of either spectral peak in Hz, as in the publication. */
    private static final double PEAK_WIDTH = 0.01;

    /** The frequency grid must be fine enough for peaks of that width: 1024 points are 256 seconds. */
    private static final int SHORTEST = 1024;

    RrProcess {
        if (!(mean >= 0.3 && mean <= 3)) {
            throw new SignalException("The mean RR interval must be between 0.3 and 3 s, but is " + mean + ".");
        }
        if (!(deviation >= 0 && deviation <= mean / 5)) {
            throw new SignalException(
                    "The RR intervals' standard deviation must be between 0 and a fifth of their mean (" + mean
                            + " s), but is " + deviation + " s.");
        }
        if (!(lowFrequency > 0 && highFrequency > lowFrequency && highFrequency < RATE / 2 && lowToHigh > 0)) {
            throw new SignalException("The heart rate's rhythms must be 0 < low < high < " + RATE / 2
                    + " Hz with a positive ratio, but are " + lowFrequency + " Hz, " + highFrequency + " Hz, ratio "
                    + lowToHigh + ".");
        }
    }

    /**
     * The RR interval (s) in force at times 0, 1/{@link #RATE}, 2/{@link #RATE} … for at least the duration (s) given.
     */
    double[] series(double duration, RandomStream random) {
        var length = SHORTEST;
        while (length < duration * RATE) {
            length *= 2;
        }
        var spectrum = new Complex[length];
        spectrum[0] = Complex.ZERO;
        spectrum[length / 2] = Complex.ZERO;
        for (var i = 1; i < length / 2; i++) {
            var amplitude = Math.sqrt(power(i * RATE / length));
            var phase = random.uniform(0, 2 * Math.PI);
            spectrum[i] = new Complex(amplitude * StrictMath.cos(phase), amplitude * StrictMath.sin(phase));
            spectrum[length - i] = spectrum[i].conjugate();
        }
        var transformed =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(spectrum, TransformType.INVERSE);
        // The zero frequency is empty, so the series has mean 0 already.
        var squares = 0.0;
        for (var value : transformed) {
            squares += value.getReal() * value.getReal();
        }
        var scale = deviation / Math.sqrt(squares / length);
        var series = new double[length];
        for (var i = 0; i < length; i++) {
            series[i] = Math.max(mean / 3, mean + scale * transformed[i].getReal());
        }
        return series;
    }

    private double power(double frequency) {
        return lowToHigh * peak(frequency - lowFrequency) + peak(frequency - highFrequency);
    }

    private static double peak(double distance) {
        return StrictMath.exp(-distance * distance / (2 * PEAK_WIDTH * PEAK_WIDTH));
    }
}
