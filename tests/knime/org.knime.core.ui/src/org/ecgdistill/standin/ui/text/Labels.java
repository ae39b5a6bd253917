package org.ecgdistill.standin.ui.text;

import java.util.Locale;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.knime.node.parameters.widget.choices.Label;

/** What the analyst reads for the constants of enums. */
public final class Labels {

    private Labels() {}

    /** The constant's label; without one its name in small letters but for the first. Never null. */
    public static Entry of(Enum<?> constant) {
        try {
            var label = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            if (label != null) {
                return new Entry(label.value(), label.description());
            }
        } catch (NoSuchFieldException ex) {
            throw new IllegalStateException(constant + " is no field of its own enum.", ex);
        }
        var words = constant.name().toLowerCase(Locale.getDefault()).replace('_', ' ');
        return new Entry(Character.toUpperCase(words.charAt(0)) + words.substring(1), "");
    }
}
