package org.ecgdistill.signal.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    /** Seconds at both ends that feel how the signal is continued behind them. */
    private static final double MARGIN = 1;

    @ParameterizedTest
    @CsvSource({"500, 100", "100, 500", "360, 500", "500, 360", "1000, 500", "128, 500", "257, 500", "250, 360"})
    void passBandIsLevelAndImagesVanish(double from, double to) {
        var lower = Math.min(from, to);
        for (var share = 0.02; share <= 0.84; share += 0.041) {
            var frequency = share * lower / 2;
            var expected = sine(frequency, to, (int) Math.round(10 * to), 0.3);
            var actual = polyphase(sine(frequency, from, (int) Math.round(10 * from), 0.3), from, to);
            // The amplitude at the frequency itself, and all that is left when it is taken away.
            var amplitude = amplitude(actual, frequency, to);
            assertEquals(0, 20 * Math.log10(amplitude), 0.01, frequency + " Hz: ripple in dB");
            var rest = rootMeanSquare(actual, expected, to) * Math.sqrt(2);
            assertTrue(20 * Math.log10(rest) < -80, frequency + " Hz: images " + 20 * Math.log10(rest) + " dB");
        }
    }

    @Test
    void whatTheLowerRateCannotCarryIsGone() {
        for (var frequency : new double[] {50, 51, 60, 99, 120, 249}) {
            var actual = polyphase(sine(frequency, 500, 5000, 0), 500, 100);
            var rest = rootMeanSquare(actual, new double[actual.length], 100) * Math.sqrt(2);
            assertTrue(20 * Math.log10(rest) < -80, frequency + " Hz folds over: " + 20 * Math.log10(rest) + " dB");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 100", "500, 360", "360, 500", "1000, 500", "100, 500"})
    void thereAndBackAgain(double from, double to) {
        for (var frequency = 1; frequency <= 40; frequency++) {
            var original = sine(frequency, from, (int) (10 * from), 0.7);
            var back = polyphase(polyphase(original, from, to), to, from);
            for (var i = (int) (MARGIN * from); i < original.length - MARGIN * from; i++) {
                assertEquals(original[i], back[i], 1e-4, frequency + " Hz, sample " + i);
            }
        }
    }

    @Test
    void lengthAndEnds() {
        assertEquals(5000, polyphase(new double[3600], 360, 500).length);
        assertEquals(3, polyphase(new double[11], 500, 100).length);
        assertEquals(0, polyphase(new double[0], 500, 100).length);
        assertArrayEquals(new double[] {7, 7, 7, 7, 7}, polyphase(new double[] {7}, 100, 500), 1e-12);
        var line = IntStream.range(0, 1000).mapToDouble(i -> 3 + 0.25 * i).toArray();
        var resampled = polyphase(line, 100, 250);
        for (var i = 0; i <= 2497; i++) {
            assertEquals(3 + 0.1 * i, resampled[i], 1e-3, "a slope stays one to its ends, sample " + i);
        }
    }

    @Test
    void missingSamplesStayMissingAndDoNotSpread() {
        var samples = sine(5, 100, 400, 0);
        Arrays.fill(samples, 200, 210, Double.NaN);
        var resampled = polyphase(samples, 100, 500);
        for (var i = 0; i < resampled.length; i++) {
            var nearest = (i + 2) / 5;
            assertEquals(nearest >= 200 && nearest < 210, Double.isNaN(resampled[i]), "sample " + i);
        }
        var nothing = new double[] {Double.NaN, Double.NaN};
        assertTrue(Arrays.stream(polyphase(nothing, 100, 200)).allMatch(Double::isNaN));
    }

    @Test
    void linearInterpolation() {
        // As numpy.interp(linspace(0, 3, 6), arange(4), [0, 1, 4, 9]).
        assertArrayEquals(new double[] {0, 0.6, 1.6, 3.4, 6, 9}, linear(new double[] {0, 1, 4, 9}, 2, 3), 1e-12);
        assertArrayEquals(new double[] {0, 9}, linear(new double[] {0, 1, 4, 9}, 2, 1));
        assertArrayEquals(new double[] {5, 5}, linear(new double[] {5}, 1, 2));
        assertArrayEquals(new double[] {5}, linear(new double[] {5}, 100, 1), "a signal never vanishes");
        var gap = linear(new double[] {0, Double.NaN, 2, 3}, 4, 4.0 * 7 / 4);
        assertArrayEquals(new double[] {0, Double.NaN, Double.NaN, Double.NaN, 2, 2.5, 3}, gap);
    }

    @Test
    void sameRateGivesACopy() {
        var samples = new double[] {1, 2};
        var same = polyphase(samples, 360, 360);
        assertArrayEquals(samples, same);
        assertNotSame(samples, same);
    }

    @Test
    void ratiosOfRates() {
        assertEquals(new RateRatio(25, 18), RateRatio.of(360, 500));
        assertEquals(new RateRatio(1, 5), RateRatio.of(500, 100));
        assertEquals(new RateRatio(500, 257), RateRatio.of(257, 500));
        assertEquals(new RateRatio(8, 1), RateRatio.of(62.5, 500));
        assertThrows(SignalException.class, () -> RateRatio.of(360, 360 * Math.PI));
        assertThrows(SignalException.class, () -> RateRatio.of(1e9, 1));
    }

    @Test
    void impossibleRates() {
        for (var rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(SignalException.class, () -> Resampling.POLYPHASE.from(rate, 500));
            assertThrows(SignalException.class, () -> Resampling.LINEAR.from(500, rate));
        }
    }

    @Test
    void canBeCancelled() {
        assertThrows(
                CancellationException.class,
                () -> Resampling.POLYPHASE.from(500, 100).resample(new double[1000], (fraction, message) -> {
                    throw new CancellationException();
                }));
    }

    private static double[] polyphase(double[] samples, double from, double to) {
        var before = samples.clone();
        var result = Resampling.POLYPHASE.from(from, to).resample(samples, Progress.NONE);
        assertArrayEquals(before, samples, "the caller's samples stay as they are");
        return result;
    }

    private static double[] linear(double[] samples, double from, double to) {
        return Resampling.LINEAR.from(from, to).resample(samples, Progress.NONE);
    }

    private static double[] sine(double frequency, double rate, int length, double phase) {
        return IntStream.range(0, length)
                .mapToDouble(i -> Math.sin(2 * Math.PI * frequency * i / rate + phase))
                .toArray();
    }

    /** By projection on a sine and a cosine over a whole number of periods. */
    private static double amplitude(double[] samples, double frequency, double rate) {
        var first = (int) (MARGIN * rate);
        var ss = 0.0;
        var cc = 0.0;
        var sc = 0.0;
        var s = 0.0;
        var c = 0.0;
        for (var i = first; i < samples.length - first; i++) {
            var sine = Math.sin(2 * Math.PI * frequency * i / rate);
            var cosine = Math.cos(2 * Math.PI * frequency * i / rate);
            ss += sine * sine;
            cc += cosine * cosine;
            sc += sine * cosine;
            s += samples[i] * sine;
            c += samples[i] * cosine;
        }
        var determinant = ss * cc - sc * sc;
        return Math.hypot((s * cc - c * sc) / determinant, (c * ss - s * sc) / determinant);
    }

    private static double rootMeanSquare(double[] one, double[] other, double rate) {
        var margin = (int) (MARGIN * rate);
        var end = Math.min(one.length, other.length) - margin;
        var sum = IntStream.range(margin, end)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum();
        return Math.sqrt(sum / (end - margin));
    }
}
