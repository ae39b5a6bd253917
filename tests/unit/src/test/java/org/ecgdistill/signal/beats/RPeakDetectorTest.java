package org.ecgdistill.signal.beats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a signal drawn with P, QRS and T waves as bell curves, whose peaks are known. */
class RPeakDetectorTest {

    /** Height in mV, seconds from the R peak, width in seconds. */
    private static final double[][] WAVES = {
        {0.15, -0.18, 0.025}, {-0.1, -0.03, 0.01}, {1, 0, 0.011}, {-0.2, 0.03, 0.01}, {0.3, 0.28, 0.05}
    };

    @ParameterizedTest
    @ValueSource(doubles = {100, 128, 250, 360, 500, 1000})
    void findsEveryBeatAtItsPlace(double rate) {
        var beats = beats(0.8, 40);
        var found = detect(ecg(beats, rate, 1), rate);
        assertEquals(beats.length, found.length);
        for (var i = 0; i < beats.length; i++) {
            assertEquals(beats[i], found[i] / rate, Math.max(0.005, 1 / rate), "beat " + i);
        }
    }

    @Test
    void anInvertedLeadHasTheSameBeats() {
        var beats = beats(0.7, 30);
        var found = detect(ecg(beats, 360, -1), 360);
        assertEquals(beats.length, found.length);
        for (var i = 0; i < beats.length; i++) {
            assertEquals(beats[i], found[i] / 360.0, 0.01);
        }
    }

    @Test
    void sizeAndBaselineDoNotMatter() {
        var signal = ecg(beats(0.75, 30), 360, 1);
        var found = detect(signal, 360);
        assertArrayEquals(
                found, detect(Arrays.stream(signal).map(x -> 1000 * x + 77).toArray(), 360));
    }

    @Test
    void aPrematureBeatAndAPauseAreNoHindrance() {
        var beats = beats(0.8, 30);
        beats[10] -= 0.3;
        var kept = IntStream.range(0, 30)
                .filter(i -> i != 20)
                .mapToDouble(i -> beats[i])
                .toArray();
        assertEquals(29, detect(ecg(kept, 360, 1), 360).length);
    }

    @Test
    void missingSamplesHaveNoBeats() {
        var signal = ecg(beats(0.8, 30), 360, 1);
        Arrays.fill(signal, 3000, 4000, Double.NaN);
        var found = detect(signal, 360);
        assertTrue(found.length >= 25 && found.length <= 28, "found " + found.length);
        assertTrue(Arrays.stream(found).noneMatch(sample -> sample > 3030 && sample < 3970));
    }

    @Test
    void nothingInNothing() {
        assertEquals(0, detect(new double[0], 360).length);
        assertEquals(0, detect(new double[100], 360).length);
        assertEquals(0, detect(new double[5000], 360).length);
        var missing = new double[5000];
        Arrays.fill(missing, Double.NaN);
        assertEquals(0, detect(missing, 360).length);
    }

    @Test
    void tooLowARateIsRefused() {
        for (var rate : new double[] {0, -1, 20, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(SignalException.class, () -> new RPeakDetector(rate));
        }
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancellationException.class, () -> new RPeakDetector(360)
                .detect(new double[5000], (fraction, message) -> {
                    throw new CancellationException();
                }));
    }

    private static long[] detect(double[] signal, double rate) {
        var before = signal.clone();
        var found = new RPeakDetector(rate).detect(signal, Progress.NONE);
        assertArrayEquals(before, signal, "the caller's samples stay as they are");
        return found;
    }

    private static double[] beats(double interval, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> 0.6 + interval * i + 0.04 * Math.sin(i))
                .toArray();
    }

    private static double[] ecg(double[] beats, double rate, double sign) {
        var length = (int) ((beats[beats.length - 1] + 1) * rate);
        return IntStream.range(0, length)
                .mapToDouble(i -> {
                    var sum = 0.2 * Math.sin(2 * Math.PI * 0.3 * i / rate);
                    for (var beat : beats) {
                        for (var wave : WAVES) {
                            var distance = (i / rate - beat - wave[1]) / wave[2];
                            sum += sign * wave[0] * Math.exp(-distance * distance / 2);
                        }
                    }
                    return sum;
                })
                .toArray();
    }
}
