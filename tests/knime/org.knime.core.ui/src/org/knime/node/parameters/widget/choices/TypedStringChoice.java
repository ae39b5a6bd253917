package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A column to choose. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /** The column's type: the name of its value class, and what the analyst reads. */
    public record PossibleTypeValue(String id, String text) {}

    public static TypedStringChoice fromColSpec(DataColumnSpec colSpec) {
        var name = colSpec.getName();
        var type = colSpec.getType();
        return new TypedStringChoice(
                name, name, new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}
