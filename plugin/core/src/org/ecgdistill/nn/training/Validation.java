package org.ecgdistill.nn.training;

import java.util.function.ToDoubleBiFunction;

/**
 * Rows that a training does not learn from, by which it chooses the epoch to keep.
 *
 * @param rows the inner validation rows
 * @param score made of the outputs for these rows and the rows themselves; higher is better, and of equal scores the smaller
 *     loss
 * @param isSmall whether they belong to so few subjects that a score means little
 */
public record Validation(Examples rows, ToDoubleBiFunction<float[][], Examples> score, boolean isSmall) {

    /** Without rows of its own a training keeps its last epoch. */
    public static final Validation NONE = new Validation(null, LabelScore.LOSS);

    public Validation(Examples rows, ToDoubleBiFunction<float[][], Examples> score) {
        this(rows, score, false);
    }

    /** The same rows as another network sees them. */
    public Validation with(Examples other) {
        return new Validation(other, score, isSmall);
    }

    public boolean exists() {
        return rows != null;
    }

    /**
     * @param outputs of a model for these rows
     * @param loss of the model on these rows
     */
    public Verdict verdict(float[][] outputs, double loss) {
        return new Verdict(score.applyAsDouble(outputs, rows), loss);
    }
}
