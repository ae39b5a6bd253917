package org.ecgdistill.distill;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelScore;

/** Rows from which small students learn in tests: sines of two frequencies. */
final class SineRows {

    static final int ROWS = 180;
    static final int FOLDS = 3;
    static final int SAMPLES = 64;

    private SineRows() {}

    static Design design(int[] labels) {
        return new Design(
                IntStream.of(labels).mapToObj(Integer::toString).toList(),
                Optional.empty(),
                IntStream.range(0, ROWS).map(row -> row % FOLDS).toArray(),
                4,
                1);
    }

    /** Noisy sines of two frequencies by the truth, whatever the labels say. */
    static Examples examples(int[] labels) {
        var truth = truth();
        var random = new SplittableRandom(5);
        var signals = new float[ROWS][SAMPLES];
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            var frequency = 0.15 + 0.25 * truth[row];
            var phase = random.nextDouble(2 * Math.PI);
            targets[row][0] = labels[row];
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] = (float) (Math.sin(frequency * i + phase) + 0.3 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, targets));
    }

    static int[] truth() {
        return coins(1);
    }

    static int[] coins(long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, ROWS).map(row -> random.nextInt(2)).toArray();
    }

    static float[] outOfFold(Distilled distilled) {
        var logits = new float[ROWS];
        for (var row = 0; row < ROWS; row++) {
            logits[row] = distilled.models().logits(row)[0];
        }
        return logits;
    }

    static double auroc(float[] logits, int[] labels) {
        var outputs = new float[ROWS][1];
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            outputs[row][0] = logits[row];
            targets[row][0] = labels[row];
        }
        return LabelScore.auroc(outputs, new Examples(1, new float[ROWS][1], Map.of(Examples.LABEL, targets)));
    }
}
