package org.ecgdistill.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RankedScoresTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 1_000_000})
    void aurocCountsPairsOneByOne(int differentScores) {
        var random = new SplittableRandom(differentScores);
        var score = random.ints(300, -differentScores, differentScores)
                .mapToDouble(i -> i / 7.0)
                .toArray();
        var positive = new boolean[score.length];
        for (var row = 0; row < positive.length; row++) {
            positive[row] = random.nextInt(4) == 0;
        }
        var pairs = 0.0;
        var won = 0.0;
        for (var p = 0; p < score.length; p++) {
            for (var n = 0; n < score.length; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    won += score[p] > score[n] ? 1 : score[p] == score[n] ? 0.5 : 0;
                }
            }
        }
        assertEquals(won / pairs, RankedScores.of(score, positive).auroc().value(), 1e-12);
    }

    @Test
    void allTiesAreAGuess() {
        var scores = RankedScores.of(new double[] {0.3, 0.3, 0.3, 0.3}, new boolean[] {true, false, false, false});
        assertEquals(0.5, scores.auroc().value());
        assertEquals(0.25, scores.averagePrecision().value());
        assertEquals(0, scores.sensitivityAtSpecificity(0.9).value());
        assertEquals(0.3, scores.youdenThreshold().value());
        assertEquals(1, scores.size());
    }

    @Test
    void oneClassHasNoCurve() {
        var scores = RankedScores.of(new double[] {0.1, 0.9}, new boolean[] {false, false});
        assertEquals("all rows are of one class", scores.auroc().note());
        assertFalse(scores.auroc().isPresent());
        assertFalse(scores.youdenThreshold().isPresent());
        assertFalse(scores.sensitivityAtSpecificity(0.9).isPresent());
        assertEquals("no row of the positive class", scores.averagePrecision().note());
        assertFalse(RankedScores.of(new double[0], new boolean[0]).auroc().isPresent());
    }

    @Test
    void thresholdIncludesTheScoreItself() {
        var scores = RankedScores.of(new double[] {0.2, 0.5, 0.5, 0.8}, new boolean[] {false, false, true, true});
        assertEquals(new BinaryCounts(2, 1, 1, 0), scores.countsAt(0.5));
        assertEquals(new BinaryCounts(1, 0, 2, 1), scores.countsAt(0.51));
        assertEquals(new BinaryCounts(0, 0, 2, 2), scores.countsAt(0.9));
        assertEquals(new BinaryCounts(2, 2, 0, 0), scores.countsAt(0.0));
    }

    @Test
    void youdenAndSensitivityAtSpecificityByHand() {
        // Descending: + (.9)  + (.8)  - (.7)  + (.6)  - (.4)  - (.3)  + (.2)  - (.1)
        var scores = RankedScores.of(
                new double[] {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9},
                new boolean[] {false, true, false, false, true, false, true, true});
        // After .8: 2/4 - 0; after .6: 3/4 - 1/4, as good, but the higher threshold is taken.
        assertEquals(0.8, scores.youdenThreshold().value());
        assertEquals(0.5, scores.sensitivityAtSpecificity(0.76).value());
        assertEquals(0.75, scores.sensitivityAtSpecificity(0.75).value());
        assertEquals(1.0, scores.sensitivityAtSpecificity(0.25).value());
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        var refused = assertThrows(
                EvaluationException.class,
                () -> RankedScores.of(new double[] {0.1, Double.NaN}, new boolean[] {true, false}));
        assertTrue(refused.getMessage().startsWith("Row 1 has the score NaN"), refused.getMessage());
        assertThrows(EvaluationException.class, () -> RankedScores.of(new double[1], new boolean[2]));
    }

    @Test
    void orderIsThatOfAStableSort() {
        var random = new SplittableRandom(5);
        var numbers = IntStream.range(0, 3000)
                .mapToDouble(i -> switch (i % 5) {
                    case 0 -> random.nextInt(-3, 4);
                    case 1 -> random.nextDouble() * 1e-300;
                    case 2 -> -random.nextDouble() * 1e300;
                    case 3 -> i % 2 == 0 ? 0.0 : -0.0;
                    default -> i % 3 == 0 ? Double.POSITIVE_INFINITY : Double.MIN_VALUE;
                })
                .toArray();
        var before = numbers.clone();
        var expected = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> numbers[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, DoubleOrder.ascending(numbers));
        assertTrue(Arrays.equals(before, numbers), "the numbers were touched");
        assertEquals(0, DoubleOrder.ascending(new double[0]).length);
    }
}
