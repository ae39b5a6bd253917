package org.ecgdistill.signal.resample;

import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/** Two sampling rates as a ratio of whole numbers without a common divisor: {@code up} new samples for {@code down} old ones. */
record RateRatio(int up, int down) {

    /** So that the filters of all phases together stay in the processor's cache. */
    private static final int LARGEST = 4096;

    /** A day is then off by less than a sample at 1000 Hz. */
    private static final double TOLERANCE = 1e-8;

    /** The simplest ratio that is near enough, by continued fractions. */
    static RateRatio of(double from, double to) {
        var value = to / from;
        var previousUp = 1L;
        var previousDown = 0L;
        var up = (long) Math.floor(value);
        var down = 1L;
        var rest = value - up;
        while (Math.abs((double) up / down - value) > TOLERANCE * value && up <= LARGEST && down <= LARGEST) {
            var inverse = 1 / rest;
            var whole = (long) Math.floor(inverse);
            rest = inverse - whole;
            var nextUp = whole * up + previousUp;
            var nextDown = whole * down + previousDown;
            previousUp = up;
            previousDown = down;
            up = nextUp;
            down = nextDown;
        }
        if (up < 1 || up > LARGEST || down > LARGEST) {
            throw new SignalException("The rates " + Words.number(from) + " Hz and " + Words.number(to)
                    + " Hz have no ratio of whole numbers up to " + LARGEST
                    + ", which filtering needs. Choose linear interpolation or another target rate.");
        }
        return new RateRatio((int) up, (int) down);
    }

    /** The number of new samples for this many old ones. */
    int newLength(int length) {
        var exact = (long) length * up;
        var rounded = (exact + down - 1) / down;
        if (rounded > Integer.MAX_VALUE - 8) {
            throw new SignalException("The signal would have " + rounded
                    + " samples at the new rate, more than fit into memory. Read a shorter range or choose a"
                    + " lower rate.");
        }
        return (int) rounded;
    }
}
