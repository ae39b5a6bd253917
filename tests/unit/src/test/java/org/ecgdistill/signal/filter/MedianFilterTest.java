package org.ecgdistill.signal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MedianFilterTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 21, 201, 999})
    void equalsTheMedianOfEachSortedWindow(int window) {
        var random = new Random(window);
        for (var length : new int[] {1, 2, 50, 700}) {
            var smooth = random.doubles(length, -1, 1).toArray();
            var coarse = random.ints(length, -2, 3).asDoubleStream().toArray();
            coarse[0] = -0.0;
            assertArrayEquals(sorting(smooth, window), new MedianFilter(window).apply(smooth));
            assertArrayEquals(sorting(coarse, window), new MedianFilter(window).apply(coarse), 0);
        }
    }

    private static double[] sorting(double[] signal, int window) {
        var result = new double[signal.length];
        for (var i = 0; i < signal.length; i++) {
            var values = new double[window];
            for (var k = 0; k < window; k++) {
                var place = i - window / 2 + k;
                values[k] = place >= 0 && place < signal.length ? signal[place] + 0.0 : 0;
            }
            Arrays.sort(values);
            result[i] = values[window / 2];
        }
        return result;
    }
}
