package org.ecgdistill.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingSamplesTest {

    private static final double NAN = Double.NaN;

    @Test
    void gapsAreBridgedByLinesAndEndsHeld() {
        double[] signal = {NAN, NAN, 1, NAN, 3, 4, NAN, NAN, NAN, 8, NAN};
        var missing = MissingSamples.of(signal);
        assertArrayEquals(new double[] {1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 8}, missing.bridged(), 1e-12);
        assertArrayEquals(new double[] {NAN, NAN, 1, NAN, 3, 4, NAN, NAN, NAN, 8, NAN}, signal);
        double[] result = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        missing.putBackInto(result);
        assertArrayEquals(new double[] {NAN, NAN, 9, NAN, 9, 9, NAN, NAN, NAN, 9, NAN}, result);
    }

    @Test
    void aWholeSignalIsPassedOnAsItIs() {
        double[] signal = {1, -2, 0.5};
        var missing = MissingSamples.of(signal);
        assertSame(signal, missing.bridged());
        double[] result = {7, 8, 9};
        missing.putBackInto(result);
        assertArrayEquals(new double[] {7, 8, 9}, result);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void anInfiniteSampleIsFoundWhereverItIs(int place) {
        double[] signal = {1, NAN, 2, 3, 4};
        signal[place] = Double.POSITIVE_INFINITY;
        var message = assertThrows(SignalException.class, () -> MissingSamples.of(signal))
                .getMessage();
        assertTrue(message.startsWith("Sample " + (place + 1) + " of the signal's 5 samples is infinite"), message);
    }

    @Test
    void nothingToWorkOnIsExplained() {
        var message = assertThrows(SignalException.class, () -> MissingSamples.of(new double[0]))
                .getMessage();
        assertTrue(message.contains("0 samples; at least 2 are needed"), message);
        message = assertThrows(SignalException.class, () -> MissingSamples.of(new double[] {NAN, NAN}))
                .getMessage();
        assertTrue(message.startsWith("All 2 samples of the signal are missing"), message);
    }
}
