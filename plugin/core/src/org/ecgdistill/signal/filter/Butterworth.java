package org.ecgdistill.signal.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/**
 * A Butterworth filter as zeros, poles and gain: the analogue low-pass with its poles on a circle, shifted in frequency
 * and brought to samples by the bilinear transform (Oppenheim and Schafer, section 7.1 and appendix B).
 */
record Butterworth(List<Complex> zeros, List<Complex> poles, double gain) {

    /** Twice the sampling rate, which is 2 here because frequencies are taken relative to half the rate. */
    private static final double TWICE_RATE = 4;

    private static final int HIGHEST_ORDER = 10;

    static Butterworth bandPass(int order, double low, double high, double samplingRate) {
        checkBand(low, high, samplingRate);
        var lower = warped(low, samplingRate);
        var upper = warped(high, samplingRate);
        var width = upper - lower;
        var centre = Math.sqrt(lower * upper);
        var above = new ArrayList<Complex>();
        var below = new ArrayList<Complex>();
        for (var pole : prototype(order)) {
            var scaled = pole.times(width).times(0.5);
            var root = scaled.times(scaled).minus(Complex.of(centre * centre)).squareRoot();
            above.add(scaled.plus(root));
            below.add(scaled.minus(root));
        }
        above.addAll(below);
        return sampled(repeated(Complex.of(0), order), above, StrictMath.pow(width, order));
    }

    static Butterworth highPass(int order, double cutOff, double samplingRate) {
        checkRate(samplingRate);
        if (!(cutOff > 0 && cutOff < samplingRate / 2)) {
            throw new SignalException(
                    "A high-pass at " + Words.number(cutOff) + " Hz is not possible at a sampling rate of "
                            + Words.number(samplingRate) + " Hz: the cut-off must be above 0 and below half the rate.");
        }
        var edge = Complex.of(warped(cutOff, samplingRate));
        var poles = prototype(order).stream().map(edge::dividedBy).toList();
        // The product of the prototype's poles, negated, is 1.
        return sampled(repeated(Complex.of(0), order), poles, 1);
    }

    /**
     * As one filter of full order. Its coefficients for a narrow band are so sensitive that their last digits move the
     * output by a millionth of its size; real and imaginary products are summed separately because that gives the
     * digits of SciPy, with which ECGFounder was trained.
     */
    RecursiveFilter asOneFilter() {
        var b = polynomial(zeros);
        for (var k = 0; k < b.length; k++) {
            b[k] *= gain;
        }
        return new RecursiveFilter(b, polynomial(poles));
    }

    /** As a chain of filters of order one and two, which is exact for any band. */
    RecursiveFilter[] asSections() {
        var pairs = polePairs();
        var zerosLeft = new ArrayList<>(zeros);
        zerosLeft.sort(Comparator.comparingDouble(Complex::real));
        var sections = new RecursiveFilter[pairs.size()];
        for (var i = 0; i < sections.length; i++) {
            var ofSection = new ArrayList<Complex>();
            // One zero from each end, so that a band-pass section stops both 0 and half the sampling rate.
            ofSection.add(zerosLeft.remove(0));
            if (pairs.get(i).size() > 1) {
                ofSection.add(zerosLeft.remove(zerosLeft.size() - 1));
            }
            var b = polynomial(ofSection);
            for (var k = 0; k < b.length; k++) {
                b[k] *= i == 0 ? gain : 1;
            }
            sections[i] = new RecursiveFilter(b, polynomial(pairs.get(i)));
        }
        return sections;
    }

    /** Conjugate poles together, real ones two by two, those nearest to the unit circle last. */
    private List<List<Complex>> polePairs() {
        var pairs = new ArrayList<List<Complex>>();
        var single = new ArrayList<Complex>();
        for (var pole : poles) {
            if (isReal(pole)) {
                single.add(pole);
            } else if (pole.imaginary() > 0) {
                pairs.add(List.of(pole, new Complex(pole.real(), -pole.imaginary())));
            }
        }
        for (var i = 0; i < single.size(); i += 2) {
            pairs.add(List.copyOf(single.subList(i, Math.min(i + 2, single.size()))));
        }
        pairs.sort(Comparator.comparingDouble(pair -> pair.get(0).magnitude()));
        return pairs;
    }

    private static boolean isReal(Complex number) {
        return Math.abs(number.imaginary()) < 1e-14 * number.magnitude();
    }

    private static List<Complex> prototype(int order) {
        var poles = new ArrayList<Complex>();
        for (var m = 1 - order; m < order; m += 2) {
            var angle = Math.PI * m / (2 * order);
            poles.add(new Complex(-StrictMath.cos(angle), -StrictMath.sin(angle)));
        }
        return poles;
    }

    /** The analogue frequency that the bilinear transform takes to this one. */
    private static double warped(double frequency, double samplingRate) {
        return TWICE_RATE * StrictMath.tan(Math.PI * (2 * frequency / samplingRate) / 2);
    }

    private static Butterworth sampled(List<Complex> analogueZeros, List<Complex> analoguePoles, double analogueGain) {
        var numerator = Complex.of(1);
        var zeros = new ArrayList<Complex>();
        for (var zero : analogueZeros) {
            zeros.add(bilinear(zero));
            numerator = numerator.times(Complex.of(TWICE_RATE).minus(zero));
        }
        var denominator = Complex.of(1);
        var poles = new ArrayList<Complex>();
        for (var pole : analoguePoles) {
            poles.add(bilinear(pole));
            denominator = denominator.times(Complex.of(TWICE_RATE).minus(pole));
        }
        zeros.addAll(repeated(Complex.of(-1), poles.size() - zeros.size()));
        return new Butterworth(
                List.copyOf(zeros),
                List.copyOf(poles),
                analogueGain * numerator.dividedBy(denominator).real());
    }

    private static Complex bilinear(Complex number) {
        var rate = Complex.of(TWICE_RATE);
        return rate.plus(number).dividedBy(rate.minus(number));
    }

    private static List<Complex> repeated(Complex number, int times) {
        return Collections.nCopies(times, number);
    }

    /** The real coefficients of the polynomial with these roots, highest power first. */
    private static double[] polynomial(List<Complex> roots) {
        double[] real = {1};
        double[] imaginary = {0};
        for (var root : roots) {
            var newReal = new double[real.length + 1];
            var newImaginary = new double[real.length + 1];
            for (var i = 0; i < newReal.length; i++) {
                var lowerReal = i > 0 ? real[i - 1] : 0;
                var lowerImaginary = i > 0 ? imaginary[i - 1] : 0;
                var ownReal = i < real.length ? real[i] : 0;
                var ownImaginary = i < real.length ? imaginary[i] : 0;
                newReal[i] = (-root.real() * lowerReal + ownReal) - -root.imaginary() * lowerImaginary;
                newImaginary[i] = -root.imaginary() * lowerReal + (-root.real() * lowerImaginary + ownImaginary);
            }
            real = newReal;
            imaginary = newImaginary;
        }
        return real;
    }

    static void checkOrder(int order) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new SignalException("The filter's order is " + order + "; a number from 1 to " + HIGHEST_ORDER
                    + " was expected. 4 is usual for ECGs.");
        }
    }

    private static void checkRate(double samplingRate) {
        if (!(samplingRate > 0 && samplingRate < Double.POSITIVE_INFINITY)) {
            throw new SignalException(
                    "The sampling rate is " + Words.number(samplingRate)
                            + " Hz; a positive number such as 360 or 500 was expected. Check the column with the sampling rate.");
        }
    }

    private static void checkBand(double low, double high, double samplingRate) {
        checkRate(samplingRate);
        if (!(low > 0 && low < high && high < samplingRate / 2)) {
            throw new SignalException(String.format(
                    Locale.ROOT,
                    "A band from %s to %s Hz cannot be passed at a sampling rate of %s Hz: the lower end must be above 0"
                            + " and below the upper one, and the upper one below half the rate, %s Hz.",
                    low,
                    high,
                    samplingRate,
                    samplingRate / 2));
        }
    }
}
