package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field, a group or a part of the layout while a condition holds. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens while the condition holds; the opposite happens while it does not. */
    enum EffectType {
        ENABLE,
        DISABLE,
        SHOW,
        HIDE
    }
}
