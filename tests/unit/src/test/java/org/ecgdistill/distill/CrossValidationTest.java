package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Schedule;
import org.junit.jupiter.api.Test;

/** What a fold's model may know, and that it knows no more. */
class CrossValidationTest {

    private static final int ROWS = 120;
    private static final int FOLDS = 3;
    private static final Cnn1d.Form FORM = new Cnn1d.Form(1, 1, List.of(4, 8), 5, 8, 0);

    /** If a row's label reached the model that predicts the row, other labels would give other bits. */
    @Test
    void noLabelOfAFoldReachesTheModelThatPredictsIt() {
        var labels = labels(1);
        var expected = run(signals(labels, 0.5), labels, 2);
        var random = new SplittableRandom(9);
        var noisy = labels.clone();
        for (var row = 0; row < ROWS; row++) {
            if (row % FOLDS == 0) {
                noisy[row] = random.nextInt(2);
            }
        }
        assertFalse(Arrays.equals(labels, noisy));
        var found = run(signals(labels, 0.5), noisy, 2);
        var others = 0;
        for (var row = 0; row < ROWS; row++) {
            if (row % FOLDS == 0) {
                assertArrayEquals(expected.logits(row), found.logits(row), "row " + row);
            } else if (!Arrays.equals(expected.logits(row), found.logits(row))) {
                others++;
            }
        }
        assertTrue(others > 0, "the other folds' models do learn from these labels");
    }

    /** Every row carries a mark of its own that gives its label away to whoever has seen it: nobody who predicts has. */
    @Test
    void aLabelThatIsPlantedInTheRowHelpsNobody() {
        var labels = labels(1);
        var random = new SplittableRandom(4);
        var signals = new float[ROWS][];
        for (var row = 0; row < ROWS; row++) {
            signals[row] = new float[64];
            // White noise: each row can be learnt by heart, none tells of another.
            for (var i = 0; i < 64; i++) {
                signals[row][i] = (float) (3 * random.nextGaussian());
            }
        }
        var result = run(signals, labels, 60);
        var outOfFold = IntStream.range(0, ROWS)
                .mapToDouble(row -> result.logits(row)[0])
                .toArray();
        var inSample = IntStream.range(0, ROWS)
                .mapToDouble(row -> result.wholeResult().outputs()[row][0])
                .toArray();
        assertTrue(auroc(inSample, labels) > 0.9, () -> "learnt by heart: " + auroc(inSample, labels));
        assertEquals(0.5, auroc(outOfFold, labels), 0.15, "predictions are chance");
    }

    @Test
    void givesTheSameBitsHoweverManyThreads() {
        var labels = labels(1);
        var signals = signals(labels, 0.5);
        var one = run(signals, labels, 2, 1);
        var four = run(signals, labels, 2, 4);
        for (var row = 0; row < ROWS; row++) {
            assertArrayEquals(one.logits(row), four.logits(row));
        }
        assertEquals(one.whole().weights(), four.whole().weights());
    }

    @Test
    void innerRowsAreOtherSubjects() {
        var labels = strings(labels(1));
        var subjects = IntStream.range(0, ROWS).mapToObj(row -> "s" + row / 6).toList();
        var folds = IntStream.range(0, ROWS).map(row -> row / 6 % FOLDS).toArray();
        var design = new Design(labels, Optional.of(subjects), folds, 5, 1);
        for (var fold = -1; fold < FOLDS; fold++) {
            var split = design.split(fold);
            var training =
                    IntStream.of(split.training()).mapToObj(subjects::get).toList();
            assertTrue(split.validation().length > 0);
            for (var row : split.validation()) {
                assertFalse(training.contains(subjects.get(row)), "subject on both sides");
            }
            for (var row : training.isEmpty() ? new int[0] : split.training()) {
                assertTrue(folds[row] != fold);
            }
        }
    }

    @Test
    void rowsWithoutLabelOrFoldArePredictedButTeachNobody() {
        var labels = new ArrayList<>(strings(labels(1)));
        labels.set(5, null);
        var folds =
                IntStream.range(0, ROWS).map(row -> row == 7 ? -1 : row % FOLDS).toArray();
        var design = new Design(labels, Optional.empty(), folds, 0, 1);
        for (var fold = -1; fold < FOLDS; fold++) {
            for (var row : design.split(fold).training()) {
                assertTrue(row != 5 && row != 7);
            }
        }
        var signals = signals(labels(1), 0.5);
        var result = cross(1, 2)
                .run(Teachers.none(design), examples(signals, labels(1)), Progress.NONE)
                .models();
        var mean = result.foldResults().stream()
                .mapToDouble(fold -> fold.outputs()[7][0])
                .average()
                .orElseThrow();
        assertEquals(mean, result.logits(7)[0], 1e-6);
    }

    @Test
    void stopsSoonAfterCancel() {
        var reports = new AtomicInteger();
        var labels = labels(1);
        assertThrows(CancellationException.class, () -> cross(1000, 2)
                .run(design(labels), examples(signals(labels, 0.5), labels), (fraction, message) -> {
                    if (reports.incrementAndGet() > 20) {
                        throw new CancellationException();
                    }
                }));
        assertTrue(reports.get() < 40, () -> "reports after cancel: " + reports.get());
    }

    @Test
    void saysWhatIsWrong() {
        var same = strings(new int[ROWS]);
        assertSentence("only one class", () -> new Design(same, Optional.empty(), folds(), 0, 1).split(-1));
        var lacking = IntStream.range(0, ROWS)
                .mapToObj(row -> row % FOLDS == 1 ? "1" : "0")
                .toList();
        assertSentence(
                "Without fold 1 the rows hold only one class",
                () -> new Design(lacking, Optional.empty(), folds(), 0, 1).split(1));
        var none = new ArrayList<String>();
        for (var row = 0; row < ROWS; row++) {
            none.add(null);
        }
        assertSentence("nothing to learn from", () -> new Design(none, Optional.empty(), folds(), 0, 1).split(0));
    }

    private static CrossValidated run(float[][] signals, int[] labels, int epochs) {
        return run(signals, labels, epochs, 2);
    }

    private static CrossValidated run(float[][] signals, int[] labels, int epochs, int threads) {
        return cross(epochs, threads)
                .run(design(labels), examples(signals, labels), Progress.NONE)
                .models();
    }

    private static Teachers design(int[] labels) {
        return Teachers.none(new Design(strings(labels), Optional.empty(), folds(), 0, 1));
    }

    private static Distillation cross(int epochs, int threads) {
        return new Distillation(
                new Student.Plain(FORM),
                Goal.labels(LabelLoss.Weighting.PLAIN, LabelScore.LOSS),
                Schedule.of(epochs, 16, 1e-2, 3),
                Processor.CPU,
                threads);
    }

    private static Examples examples(float[][] signals, int[] labels) {
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            targets[row][0] = labels[row];
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, targets));
    }

    private static int[] folds() {
        return IntStream.range(0, ROWS).map(row -> row % FOLDS).toArray();
    }

    private static int[] labels(long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, ROWS).map(row -> random.nextInt(2)).toArray();
    }

    private static List<String> strings(int[] labels) {
        return IntStream.of(labels).mapToObj(Integer::toString).toList();
    }

    private static float[][] signals(int[] labels, double noise) {
        var random = new SplittableRandom(2);
        var signals = new float[ROWS][64];
        for (var row = 0; row < ROWS; row++) {
            for (var i = 0; i < 64; i++) {
                signals[row][i] = (float) (Math.sin((0.1 + 0.2 * labels[row]) * i) + noise * random.nextGaussian());
            }
        }
        return signals;
    }

    /** The share of pairs that are in the right order. */
    private static double auroc(double[] scores, int[] labels) {
        var right = 0.0;
        var pairs = 0;
        for (var i = 0; i < scores.length; i++) {
            for (var j = 0; j < scores.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
