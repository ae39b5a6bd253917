package org.knime.node.parameters.updates;

import org.ecgdistill.standin.ui.dialog.Conditions;

/** A condition over the values in a dialog. */
public interface EffectPredicate {

    default EffectPredicate and(EffectPredicate other) {
        return Conditions.all(this, other);
    }

    default EffectPredicate or(EffectPredicate other) {
        return Conditions.any(this, other);
    }

    default EffectPredicate negate() {
        return Conditions.negated(this);
    }
}
