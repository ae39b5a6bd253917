package org.ecgdistill.knime.learner;

import org.knime.node.parameters.widget.choices.Label;

/** How the leads of a recording are arranged in a table. */
public enum LeadLayout {
    @Label(value = "One lead", description = "Each row is a recording or a beat of one lead.")
    ONE,
    @Label(
            value = "One row per lead",
            description = "The rows of a record, one below the other, are its leads. Each gets the model's prediction.")
    ROWS,
    @Label(value = "One column per lead", description = "Each row is a recording, with its leads side by side.")
    COLUMNS
}
