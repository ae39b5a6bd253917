package org.ecgdistill.standin.ui.dialog;

import java.util.List;
import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.ParameterReference;

/** Conditions over the values in a dialog, and whether they hold. */
public final class Conditions {

    /** What a condition may look at. */
    public interface Values {

        /** The value of the field that a reference points to. */
        Object get(Class<? extends ParameterReference<?>> reference);

        NodeParametersInput input();
    }

    /** All conditions are of this kind; nodes only combine those they are given. */
    private interface Condition extends EffectPredicate {
        boolean holds(Values values);
    }

    private Conditions() {}

    public static boolean holds(EffectPredicate predicate, Values values) {
        return ((Condition) predicate).holds(values);
    }

    /** A condition over one field. */
    public static EffectPredicate value(Class<? extends ParameterReference<?>> reference, Predicate<Object> test) {
        Condition condition = values -> test.test(values.get(reference));
        return condition;
    }

    /** A condition over the node's inputs. */
    public static EffectPredicate input(Predicate<NodeParametersInput> test) {
        Condition condition = values -> test.test(values.input());
        return condition;
    }

    public static EffectPredicate all(EffectPredicate... predicates) {
        var given = List.of(predicates);
        Condition condition = values -> given.stream().allMatch(predicate -> holds(predicate, values));
        return condition;
    }

    public static EffectPredicate any(EffectPredicate... predicates) {
        var given = List.of(predicates);
        Condition condition = values -> given.stream().anyMatch(predicate -> holds(predicate, values));
        return condition;
    }

    public static EffectPredicate negated(EffectPredicate predicate) {
        Condition condition = values -> !holds(predicate, values);
        return condition;
    }
}
