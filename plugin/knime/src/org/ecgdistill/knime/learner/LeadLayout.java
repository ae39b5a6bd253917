package org.ecgdistill.knime.learner;

import org.knime.node.parameters.widget.choices.Label;

/** How the leads of a recording lie in a table. */
public enum LeadLayout {
    @Label(value = "One lead", description = "Each row is a recording or a beat of one lead.")
    ONE,
    @Label(
            value = "One row per lead",
            description =
                    "The rows of a record, one below the other, are its leads. The model's answer stands in each.")
    ROWS,
    @Label(value = "One column per lead", description = "Each row is a recording; its leads lie side by side.")
    COLUMNS
}
