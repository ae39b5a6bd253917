package org.ecgdistill.nn.training;

import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * The score on the rows that are kept back, which chooses the epoch: the highest, and of equal scores the one with the
 * smaller loss.
 */
public enum LabelScore implements ToDoubleBiFunction<float[][], Examples> {
    /** No score: the smaller loss alone. */
    LOSS,
    /** How well outputs rank rows by their labels. */
    AUROC;

    @Override
    public double applyAsDouble(float[][] outputs, Examples rows) {
        return this == LOSS ? Double.NaN : auroc(outputs, rows);
    }

    /**
     * Area under the ROC curve: of the single logit, or each class against the rest by its probability, on average over
     * the classes that occur. NaN where only one class occurs.
     */
    public static double auroc(float[][] outputs, Examples rows) {
        var labels = rows.targets().get(Examples.LABEL);
        if (outputs[0].length == 1) {
            return auroc(
                    IntStream.range(0, outputs.length)
                            .mapToDouble(row -> outputs[row][0])
                            .toArray(),
                    labels,
                    0);
        }
        return IntStream.range(0, outputs[0].length)
                .mapToDouble(type -> auroc(
                        IntStream.range(0, outputs.length)
                                .mapToDouble(row -> logOdds(outputs[row], type))
                                .toArray(),
                        labels,
                        type))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static double auroc(double[] scores, float[][] labels, int type) {
        var positive = new boolean[labels.length];
        for (var row = 0; row < labels.length; row++) {
            positive[row] = labels[row][type] > 0.5;
        }
        return RankedScores.of(scores, positive).auroc().orElse(Double.NaN);
    }

    /** Ranks rows as the probability does, without its rounding near 0 and 1. */
    private static double logOdds(float[] logits, int type) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < logits.length; i++) {
            largest = i == type ? largest : Math.max(largest, logits[i]);
        }
        var others = 0.0;
        for (var i = 0; i < logits.length; i++) {
            others += i == type ? 0 : Math.exp(logits[i] - largest);
        }
        return logits[type] - largest - Math.log(others);
    }
}
