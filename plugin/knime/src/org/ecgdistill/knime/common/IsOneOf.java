package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The condition that a choice has one of several values, for the dialog and for whatever lists the settings it shows. */
public abstract class IsOneOf<E extends Enum<E>> implements EffectPredicateProvider {

    private final Class<? extends ParameterReference<E>> reference;
    private final List<E> values = new ArrayList<>();

    @SafeVarargs
    protected IsOneOf(Class<? extends ParameterReference<E>> reference, E... values) {
        this.reference = reference;
        for (var value : values) {
            this.values.add(value);
        }
    }

    @Override
    public final EffectPredicate init(PredicateInitializer initializer) {
        var none = Arrays.copyOf(values.get(0).getDeclaringClass().getEnumConstants(), 0);
        return initializer.getEnum(reference).isOneOf(values.toArray(none));
    }

    /** @param settings the value of each reference in a dialog */
    public final boolean holds(Map<Class<?>, Object> settings) {
        return values.contains(settings.get(reference));
    }
}
