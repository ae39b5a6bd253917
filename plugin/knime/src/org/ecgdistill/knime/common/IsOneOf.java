package org.ecgdistill.knime.common;

import java.util.List;
import java.util.Map;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The condition that a choice has one of several values, for the dialog and for whatever lists the settings shown. */
public abstract class IsOneOf<E extends Enum<E>> implements EffectPredicateProvider {

    private final Class<? extends ParameterReference<E>> reference;
    private final E[] values;

    @SafeVarargs
    @SuppressWarnings("varargs") // nothing is written into the array
    protected IsOneOf(Class<? extends ParameterReference<E>> reference, E... values) {
        this.reference = reference;
        this.values = values;
    }

    @Override
    public final EffectPredicate init(PredicateInitializer initializer) {
        return initializer.getEnum(reference).isOneOf(values);
    }

    /** @param settings the value behind each reference of a dialog */
    public final boolean holds(Map<Class<?>, Object> settings) {
        return List.of(values).contains(settings.get(reference));
    }
}
