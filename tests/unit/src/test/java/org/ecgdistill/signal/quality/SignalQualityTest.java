package org.ecgdistill.signal.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;

class SignalQualityTest {

    private static final double RATE = 360;

    @Test
    void kurtosisOfKnownDistributions() {
        var random = new Random(1);
        var normal = random.doubles(100_000).map(x -> random.nextGaussian()).toArray();
        assertEquals(3, of(normal).kurtosis(), 0.1);
        var uniform = random.doubles(100_000).toArray();
        assertEquals(1.8, of(uniform).kurtosis(), 0.05);
        assertEquals(1.5, of(sine(10)).kurtosis(), 0.01);
    }

    @Test
    void sharesOfPower() {
        assertEquals(1, of(sine(10)).qrsShare(), 0.001);
        assertEquals(0, of(sine(30)).qrsShare(), 0.001);
        assertEquals(1, of(sine(10)).baselineShare(), 0.001);
        assertEquals(0, of(sine(0.25)).baselineShare(), 0.05);
        var both = IntStream.range(0, 3600)
                .mapToDouble(i -> sine(10)[i] + 2 * sine(30)[i])
                .toArray();
        assertEquals(0.2, of(both).qrsShare(), 0.005, "a quarter of the power of the other");
    }

    @Test
    void flatSaturatedAndMissing() {
        var signal = sine(1);
        Arrays.fill(signal, 0, 360, 0.5);
        assertEquals(0.1, of(signal).flat(), 1e-9);
        var clipped = Arrays.stream(sine(3)).map(x -> Math.min(0.95, x)).toArray();
        var atLimit = Arrays.stream(clipped).filter(x -> x == 0.95).count() / 3600.0;
        assertEquals(atLimit, of(clipped).saturated(), 1e-9);
        assertTrue(atLimit > 0.08);
        Arrays.fill(signal, 1800, 3600, Double.NaN);
        assertEquals(0.5, of(signal).missing(), 1e-9);
    }

    @Test
    void indexPutsSignalsInOrder() {
        var random = new Random(2);
        var clean = ecg();
        var noisy =
                Arrays.stream(clean).map(x -> x + 0.5 * random.nextGaussian()).toArray();
        var flat = new double[3600];
        var missing = new double[3600];
        Arrays.fill(missing, Double.NaN);
        assertTrue(of(clean).index() > 0.9, "clean " + of(clean));
        assertTrue(of(noisy).index() < 0.6, "noisy " + of(noisy));
        assertEquals(0, of(flat).index());
        assertEquals(0, of(missing).index());
        assertEquals(0, of(new double[0]).index());
    }

    @Test
    void shortSignals() {
        for (var length = 1; length < 50; length++) {
            var index = of(Arrays.copyOf(ecg(), length)).index();
            assertTrue(index >= 0 && index <= 1, length + " samples: " + index);
        }
    }

    @Test
    void tooLowARateIsRefused() {
        for (var rate : new double[] {0, 79, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(SignalException.class, () -> new SignalQuality(rate));
        }
    }

    private static Quality of(double[] samples) {
        return new SignalQuality(RATE).of(samples);
    }

    private static double[] sine(double frequency) {
        return IntStream.range(0, 3600)
                .mapToDouble(i -> Math.sin(2 * Math.PI * frequency * i / RATE + 0.1))
                .toArray();
    }

    /** Height, seconds from the R peak and width of each wave. */
    private static final double[][] WAVES = {{-0.1, -0.03, 0.01}, {1, 0, 0.011}, {-0.2, 0.03, 0.01}, {0.2, 0.28, 0.05}};

    private static double[] ecg() {
        return IntStream.range(0, 3600)
                .mapToDouble(i -> Arrays.stream(WAVES)
                        .mapToDouble(wave -> {
                            var distance = (i % 288 / RATE - 0.3 - wave[1]) / wave[2];
                            return wave[0] * Math.exp(-distance * distance / 2);
                        })
                        .sum())
                .toArray();
    }
}
