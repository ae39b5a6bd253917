package org.ecgdistill.signal.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class AverageBeatsTest {

    /** Against the sums of Commons Math, far from zero, where squares alone would lose all digits. */
    @Test
    void meanAndSpreadOfEachClass() {
        var random = new Random(1);
        var averages = new AverageBeats();
        var expected = new SummaryStatistics[2][5];
        for (var label = 0; label < 2; label++) {
            for (var i = 0; i < 5; i++) {
                expected[label][i] = new SummaryStatistics();
            }
        }
        for (var beat = 0; beat < 1000; beat++) {
            var label = beat % 3 == 0 ? 1 : 0;
            var samples = new double[5];
            for (var i = 0; i < 5; i++) {
                samples[i] = 1e6 + i + label + random.nextGaussian();
                expected[label][i].addValue(samples[i]);
            }
            averages.add("II", label == 1 ? "V" : "N", samples, 360, 2);
        }
        var all = averages.all();
        assertEquals(2, all.size());
        for (var label = 0; label < 2; label++) {
            var average = all.get(label);
            assertEquals(label == 1 ? "V" : "N", average.label());
            assertEquals(expected[label][0].getN(), average.windows());
            assertEquals(2, average.peak());
            for (var i = 0; i < 5; i++) {
                assertEquals(expected[label][i].getMean(), average.mean()[i], 1e-8);
                assertEquals(expected[label][i].getStandardDeviation(), average.deviation()[i], 1e-8);
            }
        }
    }

    @Test
    void missingSamplesAndOddWindowsAreNotAveraged() {
        var averages = new AverageBeats();
        averages.add("II", "N", new double[] {1, Double.NaN, 3}, 360, 1);
        averages.add("II", "N", new double[] {3, Double.NaN, 5}, 360, 1);
        averages.add("II", "N", new double[] {3, 4}, 360, 1);
        averages.add("II", "N", new double[] {9, 9, 9}, 500, 1);
        var average = averages.all().get(0);
        assertEquals(2, average.windows());
        assertEquals(2, average.otherwise());
        assertArrayEquals(new double[] {2, Double.NaN, 4}, average.mean());
        assertEquals(Math.sqrt(2), average.deviation()[0], 1e-12);
        assertTrue(new AverageBeats().all().isEmpty());
    }
}
