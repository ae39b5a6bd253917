package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spectrum is checked with a sum of sines and cosines of the test's own, not with the transform that made it. */
class RrProcessTest {

    private static final int LENGTH = 1024;
    private static final double RESOLUTION = RrProcess.RATE / LENGTH;

    @ParameterizedTest
    @CsvSource({"0.8, 0.04", "1.1, 0.05", "0.5, 0.01", "0.7, 0"})
    void hasTheMeanAndTheDeviationAskedFor(double mean, double deviation) {
        var series = new RrProcess(mean, deviation, 0.1, 0.25, 0.5).series(100, RandomStream.of(3));
        assertEquals(LENGTH, series.length);
        var sum = 0.0;
        for (var interval : series) {
            sum += interval;
        }
        var squares = 0.0;
        for (var interval : series) {
            squares += (interval - sum / LENGTH) * (interval - sum / LENGTH);
        }
        assertEquals(mean, sum / LENGTH, 1e-12);
        assertEquals(deviation, Math.sqrt(squares / LENGTH), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.25, 0.5", "0.1, 0.32, 2", "0.08, 0.2, 1"})
    void hasTwoPeaksWithTheRatioAskedFor(double low, double high, double ratio) {
        var series = new RrProcess(0.9, 0.05, low, high, ratio).series(200, RandomStream.of(11));
        var lowPower = bandPower(series, low - 0.04, low + 0.04);
        var highPower = bandPower(series, high - 0.04, high + 0.04);
        var allPower = bandPower(series, RESOLUTION, 1.9);
        assertEquals(ratio, lowPower / highPower, 0.02 * ratio);
        assertEquals(1, (lowPower + highPower) / allPower, 1e-3);
        assertEquals(low, highest(series, low - 0.04, low + 0.04), RESOLUTION);
        assertEquals(high, highest(series, high - 0.04, high + 0.04), RESOLUTION);
    }

    @Test
    void isLongEnoughForALongRecord() {
        assertTrue(new RrProcess(0.8, 0.05, 0.1, 0.25, 1).series(86_400, RandomStream.of(1)).length >= 86_400 * 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.29, 3.1, Double.NaN})
    void refusesAnImpossibleMean(double mean) {
        var message = assertThrows(SignalException.class, () -> new RrProcess(mean, 0, 0.1, 0.25, 1))
                .getMessage();
        assertTrue(message.startsWith("The mean RR interval must be between 0.3 and 3 s, but is " + mean), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.2, Double.NaN})
    void refusesAnImpossibleDeviation(double deviation) {
        assertThrows(SignalException.class, () -> new RrProcess(0.9, deviation, 0.1, 0.25, 1));
    }

    private static double highest(double[] series, double from, double to) {
        var best = 0.0;
        var place = 0.0;
        for (var i = (int) Math.ceil(from / RESOLUTION); i <= to / RESOLUTION; i++) {
            var power = power(series, i);
            if (power > best) {
                best = power;
                place = i * RESOLUTION;
            }
        }
        return place;
    }

    private static double bandPower(double[] series, double from, double to) {
        var sum = 0.0;
        for (var i = (int) Math.ceil(from / RESOLUTION); i <= to / RESOLUTION; i++) {
            sum += power(series, i);
        }
        return sum;
    }

    private static double power(double[] series, int cycles) {
        var cos = 0.0;
        var sin = 0.0;
        for (var i = 0; i < series.length; i++) {
            cos += series[i] * Math.cos(2 * Math.PI * cycles * i / series.length);
            sin += series[i] * Math.sin(2 * Math.PI * cycles * i / series.length);
        }
        return cos * cos + sin * sin;
    }
}
