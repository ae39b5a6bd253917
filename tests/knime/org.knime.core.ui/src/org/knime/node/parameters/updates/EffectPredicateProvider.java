package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.ecgdistill.standin.ui.dialog.Conditions;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.StringOrEnum;
import org.knime.node.parameters.NodeParametersInput;

/** Makes a condition over the values in a dialog. */
@FunctionalInterface
public interface EffectPredicateProvider {

    EffectPredicate init(PredicateInitializer i);

    default EffectPredicate and(EffectPredicate... predicates) {
        return Conditions.all(predicates);
    }

    default EffectPredicate or(EffectPredicate... predicates) {
        return Conditions.any(predicates);
    }

    default EffectPredicate not(EffectPredicate predicate) {
        return Conditions.negated(predicate);
    }

    /** Gives the fields to make conditions of. */
    interface PredicateInitializer {

        StringReference getString(Class<? extends ParameterReference<String>> reference);

        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        <E extends Enum<E>> StringOrEnumReference<E> getStringOrEnum(
                Class<? extends ParameterReference<StringOrEnum<E>>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** Conditions over a text. */
        interface StringReference {

            EffectPredicate isEqualTo(String value);

            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions over a check box. */
        interface BooleanReference {

            EffectPredicate isTrue();

            EffectPredicate isFalse();
        }

        /** Conditions over a choice. */
        interface EnumReference<E extends Enum<E>> {

            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Conditions over a list. */
        interface ArrayReference {

            EffectPredicate hasMultipleItems();

            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }

        /** Conditions over a choice that is either one of a few constants or a text. */
        interface StringOrEnumReference<E extends Enum<E>> {

            EnumReference<E> isEnumChoice();

            @SuppressWarnings("unchecked")
            default EffectPredicate isEnumChoice(E specialChoice) {
                return isEnumChoice().isOneOf(specialChoice);
            }

            StringReference isStringChoice();
        }
    }
}
