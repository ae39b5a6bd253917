package org.ecgdistill.evaluation.intervals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BootstrapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 65, 1000, 2_100_000})
    void asManyUnitsAreDrawnAsThereAre(int units) {
        var draws = new Resamples(units, 11);
        var counts = draw(draws, 3, units);
        assertEquals(units, lower(counts).sum());
        assertEquals(units, upper(counts).sum());
        assertTrue(
                units < 3
                        || !Arrays.equals(lower(counts).toArray(), upper(counts).toArray()),
                "two draws are the same");
        assertArrayEquals(
                upper(counts).toArray(),
                lower(draw(draws, 4, units)).toArray(),
                "a resample depends on whether it is the first or second of a pair");
        assertTrue(
                units < 3 || !Arrays.equals(counts, draw(new Resamples(units, 12), 2, units)),
                "neighbouring seeds share a draw");
        assertArrayEquals(counts, draw(draws, 3, units));
    }

    private static long[] draw(Resamples draws, int number, int units) {
        var counts = new long[draws.places()];
        draws.draw(number, counts);
        return Arrays.copyOf(counts, units);
    }

    private static LongStream lower(long[] pair) {
        return LongStream.of(pair).map(ResamplePair::lower);
    }

    private static LongStream upper(long[] pair) {
        return LongStream.of(pair).map(ResamplePair::upper);
    }

    /** Counts of 40,000 draws of 5 units: mean 1, variance 1 - 1/5, covariance -1/5, as of the multinomial distribution. */
    @Test
    void unitsAreDrawnWithEqualChance() {
        var units = 5;
        var many = 40_000;
        var draws = new Resamples(units, 1);
        var sum = new double[units];
        var squares = 0.0;
        var products = 0.0;
        var betweenPairs = 0.0;
        for (var number = 0; number < many; number += 2) {
            var pair = draw(draws, number, units);
            for (var counts : List.of(lower(pair).toArray(), upper(pair).toArray())) {
                for (var u = 0; u < units; u++) {
                    sum[u] += counts[u];
                    squares += Math.pow(counts[u] - 1, 2) / units;
                }
                products += (counts[0] - 1.0) * (counts[3] - 1.0);
            }
            betweenPairs += (ResamplePair.lower(pair[0]) - 1.0) * (ResamplePair.upper(pair[0]) - 1.0);
        }
        for (var one : sum) {
            assertEquals(1, one / many, 0.02);
        }
        assertEquals(0.8, squares / many, 0.02);
        assertEquals(-0.2, products / many, 0.02);
        assertEquals(0, betweenPairs / (many / 2), 0.02);
    }

    /**
     * Counting rows as often as they are drawn must give what the plain metrics give on the rows written out so often; the
     * area is summed over the smaller class, so each of the two is tried as the smaller one.
     */
    @ParameterizedTest
    @CsvSource({"3, 0.3", "20, 0.3", "1000000, 0.3", "3, 0.8", "20, 0.8", "1000000, 0.8"})
    void weightedMetricsAreThoseOfRepeatedRows(int differentScores, double shareOfPositives) {
        var random = new SplittableRandom(differentScores);
        var rows = 120;
        var subjects = 17;
        var score = random.doubles(rows)
                .map(s -> Math.floor(s * differentScores) / differentScores)
                .toArray();
        var positive = new boolean[rows];
        var subject = new int[rows];
        for (var row = 0; row < rows; row++) {
            positive[row] = random.nextDouble() < shareOfPositives;
            subject[row] = random.nextInt(subjects);
        }
        var ranking = new WeightedRanking(score, positive, subject);
        var draws = new Resamples(subjects, 5);
        for (var number = 0; number < 50; number += 2) {
            var pair = draw(draws, number, subjects);
            ranking.weigh(pair);
            for (var half : List.<LongUnaryOperator>of(ResamplePair::lower, ResamplePair::upper)) {
                var drawn = IntStream.range(0, rows)
                        .flatMap(row -> IntStream.generate(() -> row).limit(half.applyAsLong(pair[subject[row]])))
                        .toArray();
                var drawnPositive = new boolean[drawn.length];
                for (var i = 0; i < drawn.length; i++) {
                    drawnPositive[i] = positive[drawn[i]];
                }
                var repeated = RankedScores.of(
                        IntStream.of(drawn).mapToDouble(row -> score[row]).toArray(), drawnPositive);
                ToDoubleFunction<WeightedRanking.Both> ofHalf =
                        half.applyAsLong(1) == 1 ? WeightedRanking.Both::lower : WeightedRanking.Both::upper;
                assertEquals(repeated.auroc().value(), ofHalf.applyAsDouble(ranking.auroc()), 1e-12);
                assertEquals(
                        repeated.averagePrecision().value(), ofHalf.applyAsDouble(ranking.averagePrecision()), 1e-12);
                for (var specificity : new double[] {0.5, 0.9, 0.95}) {
                    assertEquals(
                            repeated.sensitivityAtSpecificity(specificity).value(),
                            ofHalf.applyAsDouble(ranking.sensitivityAtSpecificity(specificity)),
                            1e-12);
                }
            }
        }
    }

    @Test
    void oneClassInAResampleHasNoFigure() {
        var ranking = new WeightedRanking(
                new double[] {0.1, 0.2, 0.3}, new boolean[] {false, true, true}, new int[] {0, 1, 2});
        ranking.weigh(new long[] {3, ResamplePair.ONE_UPPER, 2 * ResamplePair.ONE_UPPER});
        assertTrue(Double.isNaN(ranking.auroc().lower()));
        assertTrue(Double.isNaN(ranking.averagePrecision().lower()));
        assertTrue(Double.isNaN(ranking.sensitivityAtSpecificity(0.9).lower()));
        assertTrue(Double.isNaN(ranking.auroc().upper()));
        assertEquals(1, ranking.averagePrecision().upper());
        assertTrue(Double.isNaN(ranking.sensitivityAtSpecificity(0.9).upper()));
    }

    /** An odd number of resamples leaves half of the last pair over, which must not get into the replicates. */
    @Test
    void resamplesDoNotDependOnHowManyThereAre() {
        var score = IntStream.range(0, 50).mapToDouble(i -> i * 37 % 50).toArray();
        var positive = new boolean[50];
        Arrays.fill(positive, 10, 30, true);
        var unit = Bootstrap.eachRow(50);
        var seven = new Bootstrap(50, 7, 4).auroc(score, positive, unit, Progress.NONE);
        var eight = new Bootstrap(50, 8, 4).auroc(score, positive, unit, Progress.NONE);
        assertEquals(7, seven.length);
        assertArrayEquals(seven, Arrays.copyOf(eight, 7));
    }

    @Test
    void seedDecides() {
        var score = IntStream.range(0, 50).mapToDouble(i -> i * 37 % 50).toArray();
        var positive = new boolean[50];
        for (var i = 0; i < 50; i++) {
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
        for (var i = 40; i < 60; i++) {
            replicates[i] = 1;
        }
        assertTrue(PercentileInterval.of(replicates, 40, 0.95).isPresent());
        assertTrue(PercentileInterval.of(replicates, 1, 0.95).isEmpty());
    }
}
