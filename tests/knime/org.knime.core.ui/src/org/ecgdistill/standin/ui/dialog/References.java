package org.ecgdistill.standin.ui.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.knime.node.parameters.updates.ParameterReference;

/** The fields of a dialog that others refer to; those of an element of a list also see the ones around the list. */
final class References {

    private final References around;
    private final Map<Class<?>, Supplier<Object>> values = new HashMap<>();

    References(References around) {
        this.around = around;
    }

    void add(Class<?> reference, Supplier<Object> value) {
        if (values.put(reference, value) != null) {
            throw new IllegalStateException("Two fields have the value reference " + reference.getName() + ".");
        }
    }

    boolean contains(Class<?> reference) {
        return values.containsKey(reference) || around != null && around.contains(reference);
    }

    /** Fails for a reference that no field has, as opening the dialog does in KNIME. */
    Supplier<Object> supplier(Class<? extends ParameterReference<?>> reference) {
        var value = values.get(reference);
        if (value != null) {
            return value;
        }
        if (around == null) {
            throw new IllegalStateException(
                    "No field has the value reference " + reference.getName() + ", but a part of the dialog needs it.");
        }
        return around.supplier(reference);
    }
}
