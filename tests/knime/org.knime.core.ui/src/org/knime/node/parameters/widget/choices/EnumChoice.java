package org.knime.node.parameters.widget.choices;

import org.ecgdistill.standin.ui.text.Labels;

/** A constant to choose. */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E enumConst) {
        return new EnumChoice<>(enumConst, Labels.of(enumConst).title());
    }
}
