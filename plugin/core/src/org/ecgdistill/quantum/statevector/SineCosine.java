package org.ecgdistill.quantum.statevector;

/**
 * Sine and cosine of a row of angles, in short loops that become vector instructions: {@code Math.sin} and {@code Math.cos}
 * would take as long as the rest of a small circuit.
 *
 * <p>The angle is brought into ±π by subtracting a multiple of 2π in three parts (Cody and Waite, Software Manual for the
 * Elementary Functions, 1980), a quarter of it goes into Taylor polynomials, and two doublings lead back. The error stays
 * below 10⁻¹⁴ for angles below {@link #LARGEST}; larger ones go to {@code Math}.
 */
final class SineCosine {

    static final double LARGEST = 1e5;
    private static final double TURNS_PER_RADIAN = 0.5 / Math.PI;

    /** Adding and subtracting this rounds to a whole number. */
    private static final double ROUNDER = 0x1.8p52;

    /** 2π in three parts; the first two have 33 bits, so that multiples up to 2²⁰ are exact. */
    private static final double TURN1 = 0x1.921fb544p+2;

    private static final double TURN2 = 0x1.0b4611a6p-32;
    private static final double TURN3 = 0x1.3198a2e037073p-67;

    private final double[] quarter;
    private final double[] square;

    SineCosine(int capacity) {
        this.quarter = new double[capacity];
        this.square = new double[capacity];
    }

    /** @param bound no angle is larger than this */
    void compute(double[] angles, double[] sines, double[] cosines, double bound, int lanes) {
        if (bound > LARGEST) {
            for (var i = 0; i < lanes; i++) {
                sines[i] = Math.sin(angles[i]);
                cosines[i] = Math.cos(angles[i]);
            }
            return;
        }
        reduce(angles, quarter, square, lanes);
        sine(quarter, square, sines, lanes);
        cosine(square, cosines, lanes);
        doubleAngle(sines, cosines, lanes);
        doubleAngle(sines, cosines, lanes);
    }

    private static void reduce(double[] angles, double[] quarter, double[] square, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var turns = (angles[i] * TURNS_PER_RADIAN + ROUNDER) - ROUNDER;
            quarter[i] = (((angles[i] - turns * TURN1) - turns * TURN2) - turns * TURN3) * 0.25;
        }
        for (var i = 0; i < lanes; i++) {
            square[i] = quarter[i] * quarter[i];
        }
    }

    private static void sine(double[] x, double[] square, double[] sine, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var y = square[i];
            var sum = 1.0 / 6227020800L - y * (1.0 / 1307674368000L);
            sum = 1.0 / 362880 - y * (1.0 / 39916800 - y * sum);
            sine[i] = x[i] * (1 - y * (1.0 / 6 - y * (1.0 / 120 - y * (1.0 / 5040 - y * sum))));
        }
    }

    private static void cosine(double[] square, double[] cosine, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var y = square[i];
            var sum = 1.0 / 479001600 - y * (1.0 / 87178291200L - y * (1.0 / 20922789888000L));
            sum = 1.0 / 40320 - y * (1.0 / 3628800 - y * sum);
            cosine[i] = 1 - y * (1.0 / 2 - y * (1.0 / 24 - y * (1.0 / 720 - y * sum)));
        }
    }

    private static void doubleAngle(double[] sine, double[] cosine, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var s = sine[i];
            var c = cosine[i];
            sine[i] = 2 * s * c;
            cosine[i] = 1 - 2 * s * s;
        }
    }
}
