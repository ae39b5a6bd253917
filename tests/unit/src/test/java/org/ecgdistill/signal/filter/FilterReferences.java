package org.ecgdistill.signal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/** A signal that SciPy 1.17.1 was given too, and the places at which its output was noted down. */
final class FilterReferences {

    private static final int[] PLACES = {0, 1, 50, 123, 250, 398, 399};

    private FilterReferences() {}

    static double[] signal() {
        var signal = new double[400];
        Arrays.setAll(signal, i -> Math.sin(0.05 * i) + 0.5 * Math.cos(0.9 * i) + 0.001 * i + (i % 97 == 0 ? 1 : 0));
        return signal;
    }

    static void check(double[] actual, double tolerance, double... expected) {
        for (var i = 0; i < PLACES.length; i++) {
            var place = PLACES[i];
            assertEquals(expected[i], actual[place], tolerance, () -> "at " + place);
        }
    }
}
