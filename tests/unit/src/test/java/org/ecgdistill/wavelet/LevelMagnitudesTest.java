package org.ecgdistill.wavelet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers against those of the definitions, evaluated on all coefficients. */
final class LevelMagnitudesTest {

    /** Coefficients of many kinds and sizes; more than 1,024 are counted in classes, fewer are sorted. */
    static Stream<double[]> coefficients() {
        var random = new Random(11);
        DoubleSupplier normal = random::nextGaussian;
        return Stream.of(
                        sample(1, normal),
                        sample(2, normal),
                        sample(999, normal),
                        sample(1024, normal),
                        sample(1025, normal),
                        sample(20_000, normal),
                        sample(20_001, () -> 1e-9 * random.nextGaussian()),
                        sample(20_002, () -> 1e12 * random.nextGaussian()),
                        sample(20_003, () -> Math.round(3 * random.nextGaussian())),
                        sample(20_004, () -> random.nextInt(100) == 0 ? 50 * random.nextGaussian() : 0),
                        sample(20_005, () -> Math.exp(30 * random.nextGaussian())),
                        sample(
                                20_006,
                                () -> random.nextInt(20) == 0 ? 9 * random.nextGaussian() : random.nextGaussian()),
                        withStrangers(51_200, 100, random),
                        withStrangers(20_480, 40, random),
                        sample(3_000, () -> 0),
                        sample(3_001, () -> 0.25),
                        sample(3_002, () -> Double.MIN_VALUE * random.nextInt(5)))
                .map(values -> values);
    }

    private static double[] sample(int size, DoubleSupplier next) {
        var values = new double[size];
        Arrays.setAll(values, i -> next.getAsDouble());
        return values;
    }

    /** Those that a look at every so-manieth sees, from which the classes' range is taken, are unlike all others. */
    private static double[] withStrangers(int size, int step, Random random) {
        var values = sample(size, random::nextGaussian);
        for (var i = 0; i < size; i += step) {
            values[i] = i / step % 2 == 0 ? 1e6 + i : 1e-6 * i;
        }
        return values;
    }

    private static LevelMagnitudes looking(double[] values) {
        var padded = new double[values.length + 7];
        Arrays.fill(padded, 1e300);
        System.arraycopy(values, 0, padded, 3, values.length);
        var magnitudes = new LevelMagnitudes();
        magnitudes.look(Slice.of(new double[] {1, 2, 3}));
        magnitudes.look(new Slice(padded, 3, values.length));
        return magnitudes;
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void medianIsThatOfTheSortedMagnitudes(double[] values) {
        var sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
        var middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        assertEquals(median, looking(values).median());
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void energyIsTheSumOfSquares(double[] values) {
        var energy = Arrays.stream(values).map(value -> value * value).sum();
        assertEquals(energy, looking(values).energy(), 1e-12 * energy);
    }

    /** Whatever the noise, no magnitude has a lower risk than the one found. */
    @ParameterizedTest
    @MethodSource("coefficients")
    void steinThresholdHasTheLeastRisk(double[] values) {
        var sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
        var energy = Arrays.stream(values).map(value -> value * value).sum();
        var scale = Math.sqrt(energy / values.length);
        var magnitudes = looking(values);
        for (var noise : new double[] {0, 0.01 * scale, 0.3 * scale, 0.7 * scale, scale, 2 * scale}) {
            var least = Double.POSITIVE_INFINITY;
            var below = 0.0;
            for (var i = 0; i < sorted.length; i++) {
                below += sorted[i] * sorted[i];
                least = Math.min(least, risk(sorted, i, below, noise));
            }
            var threshold = magnitudes.steinThreshold(noise * noise);
            var place = Arrays.binarySearch(sorted, threshold);
            while (place + 1 < sorted.length && sorted[place + 1] == threshold) {
                place++;
            }
            var found = risk(
                    sorted,
                    place,
                    Arrays.stream(sorted, 0, place + 1)
                            .map(value -> value * value)
                            .sum(),
                    noise);
            var rounding = 1e-11 * (energy + values.length * noise * noise);
            assertEquals(least, found, rounding, "noise " + noise);
        }
    }

    private static double risk(double[] sorted, int index, double energy, double noise) {
        var count = index + 1;
        return energy - 2 * noise * noise * count + (sorted.length - count) * sorted[index] * sorted[index];
    }

    @ParameterizedTest
    @EnumSource
    void riskOfTheClassesIsCloseToThatOfTheCoefficients(Shrinkage shrinkage) {
        var values = sample(30_000, new Random(3)::nextGaussian);
        var exact = Arrays.stream(values)
                .map(value -> shrinkage.risk(value * value, 1.5, 1))
                .sum();
        assertEquals(exact, looking(values).risk(shrinkage, 1.5, 1), 1e-9 * 30_000);
        var counted = looking(values);
        counted.median();
        assertEquals(exact, counted.risk(shrinkage, 1.5, 1), 0.01 * 30_000);
        var few = Arrays.copyOf(values, 1000);
        var exactOfFew = Arrays.stream(few)
                .map(value -> shrinkage.risk(value * value, 1.5, 1))
                .sum();
        assertEquals(exactOfFew, looking(few).risk(shrinkage, 1.5, 1), 1e-9);
    }

    /** SURE with normal noise only: thresholding everything is best, so the threshold is near the largest value. */
    @Test
    void pureNoiseIsRemoved() {
        var values = sample(50_000, new Random(5)::nextGaussian);
        var magnitudes = looking(values);
        var threshold = magnitudes.steinThreshold(1);
        var share = Arrays.stream(values)
                        .filter(value -> Math.abs(value) > threshold)
                        .count()
                / 50_000.0;
        assertEquals(0, share, 0.03);
    }
}
