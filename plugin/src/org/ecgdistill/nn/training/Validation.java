package org.ecgdistill.nn.training;

import java.util.function.ToDoubleBiFunction;

/**
 * Rows that a training does not learn from, by which it chooses the epoch to keep.
 *
 * @param rows the inner validation rows
 * @param score made of the outputs for these rows and the rows themselves; higher is better. Null: the smaller loss
 */
public record Validation(Examples rows, ToDoubleBiFunction<float[][], Examples> score) {

    /** Without rows of its own a training keeps its last epoch. */
    public static final Validation NONE = new Validation(null, null);

    boolean exists() {
        return rows != null;
    }
}
