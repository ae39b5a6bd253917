package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordNoiseTest {

    private static final OptionalDouble NO = OptionalDouble.empty();
    private static final double RATE = 360;
    private static final double[] CLEAN = clean();

    @ParameterizedTest
    @CsvSource({"20", "6", "0", "-10"})
    void eachKindHasTheRatioAskedFor(double decibels) {
        var wanted = OptionalDouble.of(decibels);
        assertEquals(decibels, ratio(new NoiseLevels(wanted, NO, NO, 50)), 1e-6);
        assertEquals(decibels, ratio(new NoiseLevels(NO, wanted, NO, 60)), 1e-6);
        assertEquals(decibels, ratio(new NoiseLevels(NO, NO, wanted, 50)), 1e-6);
    }

    /** Independent noises add their powers: two of 10 dB make one of 10 - 10 log10(2) dB. */
    @Test
    void theKindsAddTheirPowers() {
        var ten = OptionalDouble.of(10);
        assertEquals(10 - 10 * Math.log10(3), ratio(new NoiseLevels(ten, ten, ten, 50)), 0.3);
    }

    @Test
    void withoutLevelsNothingIsAdded() {
        assertEquals(0, meanSquare(noise(NoiseLevels.NONE, Lead.II)));
    }

    @ParameterizedTest
    @CsvSource({"50", "60"})
    void mainsHasItsFrequency(double frequency) {
        var noise = noise(new NoiseLevels(NO, OptionalDouble.of(0), NO, frequency), Lead.II);
        var third = 3 * frequency < RATE / 2 ? bandShare(noise, 3 * frequency - 1, 3 * frequency + 1) : 0;
        assertTrue(bandShare(noise, frequency - 0.3, frequency + 0.3) + third > 0.99);
        assertTrue(third < 0.1);
    }

    @Test
    void wanderIsSlow() {
        var noise = noise(new NoiseLevels(OptionalDouble.of(0), NO, NO, 50), Lead.II);
        // The record holds no whole number of periods, which smears a percent or two to higher frequencies.
        assertEquals(1, bandShare(noise, 0, 1), 0.03);
        assertTrue(bandShare(noise, 0.15, 0.5) > 0.3, "breathing");
    }

    @Test
    void muscleNoiseIsFast() {
        var noise = noise(new NoiseLevels(NO, NO, OptionalDouble.of(0), 50), Lead.II);
        assertTrue(bandShare(noise, 0, 5) < 0.05);
        assertTrue(bandShare(noise, 20, 180) > 0.75);
    }

    @Test
    void muscleNoiseDiffersFromLeadToLeadAndWanderDoesNot() {
        var muscle = new NoiseLevels(NO, NO, OptionalDouble.of(0), 50);
        assertNotEquals(noise(muscle, Lead.II)[7], noise(muscle, Lead.V1)[7]);
        var wander = new NoiseLevels(OptionalDouble.of(0), NO, NO, 50);
        assertEquals(noise(wander, Lead.II)[7], noise(wander, Lead.V1)[7]);
    }

    @Test
    void theCleanLeadIsLeftAlone() {
        var before = CLEAN.clone();
        noise(new NoiseLevels(NO, NO, OptionalDouble.of(0), 50), Lead.II);
        assertEquals(before[100], CLEAN[100]);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "101", "-31"})
    void refusesImpossibleRatios(double decibels) {
        var message = assertThrows(
                        SignalException.class, () -> new NoiseLevels(NO, NO, OptionalDouble.of(decibels), 50))
                .getMessage();
        assertTrue(message.contains("muscle noise must be between -30.0 and 100.0 dB, but is " + decibels), message);
    }

    @Test
    void refusesAnImpossibleMainsFrequency() {
        assertThrows(SignalException.class, () -> new NoiseLevels(NO, NO, NO, -50));
    }

    private static double ratio(NoiseLevels levels) {
        var mean = 0.0;
        for (var value : CLEAN) {
            mean += value / CLEAN.length;
        }
        var power = 0.0;
        for (var value : CLEAN) {
            power += (value - mean) * (value - mean) / CLEAN.length;
        }
        return 10 * Math.log10(power / meanSquare(noise(levels, Lead.II)));
    }

    private static double[] noise(NoiseLevels levels, Lead lead) {
        var noisy = new RecordNoise(levels, CLEAN.length, RATE, RandomStream.of(12), Progress.NONE).addTo(CLEAN, lead);
        for (var i = 0; i < noisy.length; i++) {
            noisy[i] -= CLEAN[i];
        }
        return noisy;
    }

    private static double meanSquare(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }

    /** The share of the power between two frequencies, by a sum of sines and cosines. */
    private static double bandShare(double[] values, double from, double to) {
        var sum = 0.0;
        for (var cycle = (int) Math.max(1, Math.ceil(from * values.length / RATE));
                cycle <= to * values.length / RATE && cycle < values.length / 2;
                cycle++) {
            var cos = 0.0;
            var sin = 0.0;
            for (var i = 0; i < values.length; i++) {
                var angle = 2 * Math.PI * ((long) cycle * i % values.length) / values.length;
                cos += values[i] * Math.cos(angle);
                sin += values[i] * Math.sin(angle);
            }
            sum += 2 * (cos * cos + sin * sin) / values.length / values.length;
        }
        return sum / meanSquare(values);
    }

    private static double[] clean() {
        var clean = new double[20 * (int) RATE];
        for (var i = 0; i < clean.length; i++) {
            clean[i] = 0.3 + Math.pow(Math.sin(Math.PI * i / RATE), 20);
        }
        return clean;
    }
}
