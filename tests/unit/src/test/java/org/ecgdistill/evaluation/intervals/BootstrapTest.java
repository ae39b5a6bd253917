package org.ecgdistill.evaluation.intervals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.ecgdistill.signal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BootstrapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 65, 1000, 2_100_000})
    void asManyUnitsAreDrawnAsThereAre(int units) {
        var draws = new Resamples(units, 11);
        var counts = new int[draws.places()];
        draws.draw(3, counts);
        assertEquals(units, Arrays.stream(counts, 0, units).sum());
        var again = new int[draws.places()];
        draws.draw(4, again);
        assertTrue(units < 3 || !Arrays.equals(counts, again), "two draws are the same");
        new Resamples(units, 12).draw(2, again);
        assertTrue(units < 3 || !Arrays.equals(counts, again), "neighbouring seeds share a draw");
        draws.draw(3, again);
        assertArrayEquals(Arrays.copyOf(counts, units), Arrays.copyOf(again, units));
    }

    /** Counts of 40,000 draws of 5 units: mean 1, variance 1 - 1/5, covariance -1/5, as of the multinomial distribution. */
    @Test
    void unitsAreDrawnWithEqualChance() {
        int units = 5;
        int many = 40_000;
        var draws = new Resamples(units, 1);
        var counts = new int[draws.places()];
        var sum = new double[units];
        double squares = 0;
        double products = 0;
        for (int number = 0; number < many; number++) {
            draws.draw(number, counts);
            for (int u = 0; u < units; u++) {
                sum[u] += counts[u];
                squares += Math.pow(counts[u] - 1, 2) / units;
            }
            products += (counts[0] - 1.0) * (counts[3] - 1.0);
        }
        for (double one : sum) {
            assertEquals(1, one / many, 0.02);
        }
        assertEquals(0.8, squares / many, 0.02);
        assertEquals(-0.2, products / many, 0.02);
    }

    /** Counting rows as often as they are drawn must give what the plain metrics give on the rows written out so often. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 1_000_000})
    void weightedMetricsAreThoseOfRepeatedRows(int differentScores) {
        var random = new SplittableRandom(differentScores);
        int rows = 120;
        int subjects = 17;
        var score = random.doubles(rows)
                .map(s -> Math.floor(s * differentScores) / differentScores)
                .toArray();
        var positive = new boolean[rows];
        var subject = new int[rows];
        for (int row = 0; row < rows; row++) {
            positive[row] = random.nextInt(3) == 0;
            subject[row] = random.nextInt(subjects);
        }
        var ranking = new WeightedRanking(score, positive, subject);
        var draws = new Resamples(subjects, 5);
        var weights = new int[draws.places()];
        for (int number = 0; number < 50; number++) {
            draws.draw(number, weights);
            var drawn = IntStream.range(0, rows)
                    .flatMap(row -> IntStream.generate(() -> row).limit(weights[subject[row]]))
                    .toArray();
            var drawnPositive = new boolean[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                drawnPositive[i] = positive[drawn[i]];
            }
            var repeated = RankedScores.of(
                    IntStream.of(drawn).mapToDouble(row -> score[row]).toArray(), drawnPositive);
            ranking.weigh(weights);
            assertEquals(repeated.auroc().value(), ranking.auroc(), 1e-12);
            assertEquals(repeated.averagePrecision().value(), ranking.averagePrecision(), 1e-12);
            for (double specificity : new double[] {0.5, 0.9, 0.95}) {
                assertEquals(
                        repeated.sensitivityAtSpecificity(specificity).value(),
                        ranking.sensitivityAtSpecificity(specificity),
                        1e-12);
            }
        }
    }

    @Test
    void oneClassInAResampleHasNoFigure() {
        var ranking = new WeightedRanking(
                new double[] {0.1, 0.2, 0.3}, new boolean[] {false, true, true}, new int[] {0, 1, 2});
        ranking.weigh(new int[] {3, 0, 0});
        assertTrue(Double.isNaN(ranking.auroc()));
        assertTrue(Double.isNaN(ranking.averagePrecision()));
        assertTrue(Double.isNaN(ranking.sensitivityAtSpecificity(0.9)));
        ranking.weigh(new int[] {0, 1, 2});
        assertTrue(Double.isNaN(ranking.auroc()));
        assertTrue(Double.isNaN(ranking.sensitivityAtSpecificity(0.9)));
    }

    @Test
    void seedDecides() {
        var score = IntStream.range(0, 50).mapToDouble(i -> i * 37 % 50).toArray();
        var positive = new boolean[50];
        for (int i = 0; i < 50; i++) {
            positive[i] = i % 3 == 0;
        }
        var unit = Bootstrap.eachRow(50);
        var first = new Bootstrap(50, 200, 4).auroc(score, positive, unit, Progress.NONE);
        assertArrayEquals(first, new Bootstrap(50, 200, 4).auroc(score, positive, unit, Progress.NONE));
        assertFalse(Arrays.equals(first, new Bootstrap(50, 200, 5).auroc(score, positive, unit, Progress.NONE)));
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelling = (fraction, message) -> {
            if (fraction > 0.1) {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> new Bootstrap(3000, 1000, 1)
                .auroc(new double[3000], new boolean[3000], Bootstrap.eachRow(3000), cancelling));
        assertThrows(EvaluationException.class, () -> new Bootstrap(3, 0, 1));
        assertThrows(EvaluationException.class, () -> new Resamples(0, 1));
    }

    /**
     * Hesterberg (2015): t quantile 2.2622 of 9 degrees of freedom times sqrt(10/9) is 2.3846, beyond which lie .00855 of
     * the normal distribution (tables of t and normal).
     */
    @Test
    void percentilesAreMovedOutwards() {
        assertEquals(0.00855, PercentileInterval.tail(10, 0.95), 1e-5);
        assertEquals(0.025, PercentileInterval.tail(1_000_000, 0.95), 1e-6);
        var replicates = IntStream.rangeClosed(1, 999).mapToDouble(i -> i).toArray();
        var interval = PercentileInterval.of(replicates, 1_000_000, 0.95).orElseThrow();
        assertEquals(25, interval.low(), 0.01);
        assertEquals(975, interval.high(), 0.01);
    }

    @Test
    void tooManyUndefinedReplicatesGiveNoInterval() {
        var replicates = IntStream.range(0, 1000)
                .mapToDouble(i -> i < 60 ? Double.NaN : i)
                .toArray();
        assertTrue(PercentileInterval.of(replicates, 40, 0.95).isEmpty());
        replicates[59] = 1;
        for (int i = 40; i < 60; i++) {
            replicates[i] = 1;
        }
        assertTrue(PercentileInterval.of(replicates, 40, 0.95).isPresent());
        assertTrue(PercentileInterval.of(replicates, 1, 0.95).isEmpty());
    }
}
