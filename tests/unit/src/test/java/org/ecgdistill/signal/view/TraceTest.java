package org.ecgdistill.signal.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static double[] noise(int length) {
        return new Random(3).doubles(length, -1, 1).toArray();
    }

    @Test
    void aShortStretchIsGivenAsItIs() {
        var signal = noise(1000);
        var trace = Trace.of(signal, 100, 2, 3, 500);
        assertEquals(200, trace.first());
        assertEquals(1, trace.step());
        assertEquals(0, trace.high().length);
        assertEquals(101, trace.low().length, "both ends belong to it");
        for (var i = 0; i < 101; i++) {
            assertEquals((float) signal[200 + i], trace.low()[i]);
        }
    }

    /** No peak is lost and none is made up: each sample lies between the column's bounds, and the bounds are samples. */
    @Test
    void aLongStretchKeepsEveryPeak() {
        for (var length : new int[] {2001, 30_000, 77_777}) {
            var signal = noise(length);
            var trace = Trace.of(signal, 1000);
            assertEquals(1000, trace.low().length);
            var seen = new boolean[length];
            for (var column = 0; column < 1000; column++) {
                var first = (int) (column * trace.step());
                var end = Math.min(length, (int) ((column + 1) * trace.step()));
                var part = Arrays.copyOfRange(signal, first, end);
                assertEquals((float) Arrays.stream(part).min().orElseThrow(), trace.low()[column]);
                assertEquals((float) Arrays.stream(part).max().orElseThrow(), trace.high()[column]);
                Arrays.fill(seen, first, end, true);
            }
            for (var i = 0; i < length; i++) {
                assertTrue(seen[i], "sample in no column");
            }
        }
    }

    @Test
    void missingSamplesCountForNothing() {
        var signal = noise(10_000);
        Arrays.fill(signal, 0, 5000, Double.NaN);
        signal[7005] = Double.NaN;
        var trace = Trace.of(signal, 100);
        assertTrue(Float.isNaN(trace.low()[0]) && Float.isNaN(trace.high()[49]));
        assertTrue(trace.low()[70] < trace.high()[70]);
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        var signal = noise(100);
        assertEquals(100, Trace.of(signal, 10, -5, 100, 400).low().length);
        assertEquals(0, Trace.of(signal, 10, 50, 60, 400).low().length);
        assertEquals(0, Trace.of(new double[0], 10).low().length);
    }

    @Test
    void aStretchThatIsNoneIsRefused() {
        var signal = noise(100);
        assertThrows(SignalException.class, () -> Trace.of(signal, 0, 0, 1, 10));
        assertThrows(SignalException.class, () -> Trace.of(signal, 10, 2, 2, 10));
        assertThrows(SignalException.class, () -> Trace.of(signal, Double.NaN, 0, 1, 10));
        assertThrows(SignalException.class, () -> Trace.of(signal, 10, 0, 1, 0));
    }

    @Test
    void theDifferenceIsAsLongAsTheShorterOne() {
        assertArrayEquals(new double[] {1, -3}, Trace.difference(new double[] {2, 1, 7}, new double[] {1, 4}), 0);
    }
}
