package org.ecgdistill.signal.resample;

/**
 * The filter of a polyphase resampler: an ideal low-pass under a Kaiser window (Kaiser and Schafer, "On the use of the
 * I0-sinh window for spectrum analysis", IEEE Trans. ASSP 28, 1980), split by phase.
 */
final class PolyphaseFilter {

    /** In dB; the ripple where signals pass is as small. */
    private static final double STOP_BAND = 100;

    /** Reach of the filter to either side, in samples of the lower rate. */
    private static final double REACH = 48;

    private final double[][] phases;
    private final int before;

    PolyphaseFilter(RateRatio ratio) {
        // The lower rate, relative to the old one.
        var lower = Math.min(1, (double) ratio.up() / ratio.down());
        var reach = REACH / lower;
        // Kaiser's formula for the width of the transition, which ends at half of the lower rate.
        var transition = (STOP_BAND - 7.95) / (14.36 * 2 * REACH) * lower;
        var cutOff = lower / 2 - transition / 2;
        this.before = (int) Math.floor(reach);
        this.phases = new double[ratio.up()][2 * before + 2];
        for (var phase = 0; phase < phases.length; phase++) {
            fill(phases[phase], (double) phase / ratio.up(), reach, cutOff);
        }
    }

    private void fill(double[] taps, double shift, double reach, double cutOff) {
        var beta = 0.1102 * (STOP_BAND - 8.7);
        var sum = 0.0;
        for (var tap = 0; tap < taps.length; tap++) {
            var time = tap - before - shift;
            var inside = 1 - time / reach * (time / reach);
            taps[tap] = inside < 0 ? 0 : sinc(2 * cutOff * time) * bessel(beta * Math.sqrt(inside));
            sum += taps[tap];
        }
        // Each phase leaves a constant as it is, so that a baseline does not turn into a pattern.
        for (var tap = 0; tap < taps.length; tap++) {
            taps[tap] /= sum;
        }
    }

    /** Old samples before the one at or before a new sample that take part in it. */
    int before() {
        return before;
    }

    int taps() {
        return phases[0].length;
    }

    /** The weights of the old samples for new ones that lie this many parts after an old one. */
    double[] phase(int phase) {
        return phases[phase];
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** The modified Bessel function of the first kind of order 0, by its power series. */
    private static double bessel(double x) {
        var term = 1.0;
        var sum = 1.0;
        for (var k = 1; term > 1e-17 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
