package org.ecgdistill.evaluation.study;

import java.util.Arrays;

/**
 * Whether a model that was trained elsewhere has learnt from the rows that it predicts. The names are stored in models
 * and column properties and never change.
 */
public enum Exposure {
    /** Unknown, or a model of this table's own cross-validation. */
    UNKNOWN,
    /** The rows are new to it: its predictions are as fair as out-of-fold predictions. */
    UNSEEN,
    /** It has learnt from these rows, or some of them: its predictions for them are too good. */
    SEEN;

    static Exposure ofName(String name) {
        return Arrays.stream(values())
                .filter(exposure -> exposure.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
