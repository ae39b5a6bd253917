package org.ecgdistill.wavelet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ShrinkageTest {

    private static double[] shrunk(Shrinkage shrinkage, double threshold, double... values) {
        shrinkage.shrink(Slice.of(values), threshold);
        return values;
    }

    @Test
    void soft() {
        assertArrayEquals(new double[] {-1, 0, 0, 0, 0, 0.5}, shrunk(Shrinkage.SOFT, 2, -3, -2, -1, 0, 2, 2.5), 0);
    }

    @Test
    void hard() {
        assertArrayEquals(new double[] {-3, 0, 0, 0, 0, 2.5}, shrunk(Shrinkage.HARD, 2, -3, -2, -1, 0, 2, 2.5), 0);
    }

    @Test
    void garrote() {
        assertArrayEquals(
                new double[] {-3 + 4.0 / 3, 0, 0, 0, 0, 2.5 - 1.6},
                shrunk(Shrinkage.GARROTE, 2, -3, -2, -1, 0, 2, 2.5),
                1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void aThresholdOfZeroChangesNothingAndAnInfiniteOneRemovesAll(Shrinkage shrinkage) {
        assertArrayEquals(new double[] {-3, 0, 1e-300, 7}, shrunk(shrinkage, 0, -3, 0, 1e-300, 7), 0);
        assertArrayEquals(new double[3], shrunk(shrinkage, Double.POSITIVE_INFINITY, -3, 0, 7), 0);
    }

    @Test
    void onlyTheSliceIsTouched() {
        double[] values = {5, 5, 5, 5};
        Shrinkage.SOFT.shrink(new Slice(values, 1, 2), 1);
        assertArrayEquals(new double[] {5, 4, 4, 5}, values);
    }

    /** The estimate of the error needs no knowledge of the truth, yet its mean is the mean of the true error. */
    @ParameterizedTest
    @CsvSource({"SOFT,1.0", "SOFT,2.5", "GARROTE,1.0", "GARROTE,2.5"})
    void theEstimatedErrorIsRightOnAverage(Shrinkage shrinkage, double threshold) {
        var random = new Random(4);
        var size = 200_000;
        var truth = new double[size];
        var noisy = new double[size];
        var noise = 0.8;
        Arrays.setAll(truth, i -> i % 5 == 0 ? 3 * random.nextGaussian() : 0);
        Arrays.setAll(noisy, i -> truth[i] + noise * random.nextGaussian());
        var estimated = Arrays.stream(noisy)
                .map(value -> shrinkage.risk(value * value, threshold, noise * noise))
                .sum();
        shrinkage.shrink(Slice.of(noisy), threshold);
        var error = 0.0;
        for (var i = 0; i < size; i++) {
            error += (noisy[i] - truth[i]) * (noisy[i] - truth[i]);
        }
        assertEquals(error, estimated, 0.01 * error);
    }
}
