package org.ecgdistill.standin.ui.dialog;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.ecgdistill.standin.ui.persist.Instances;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.StringOrEnum;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Makes the conditions that nodes declare for the fields of one dialog. */
final class Predicates implements PredicateInitializer {

    private final References references;

    Predicates(References references) {
        this.references = references;
    }

    private EffectPredicate value(Class<? extends ParameterReference<?>> reference, Predicate<Object> test) {
        references.supplier(reference);
        return Conditions.value(reference, test);
    }

    @Override
    public StringReference getString(Class<? extends ParameterReference<String>> reference) {
        return new StringReference() {
            @Override
            public EffectPredicate isEqualTo(String value) {
                return value(reference, present -> Objects.equals(value, present));
            }

            @Override
            public EffectPredicate matchesPattern(String pattern) {
                return value(reference, present -> present != null && ((String) present).matches(pattern));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference) {
        return new BooleanReference() {
            @Override
            public EffectPredicate isTrue() {
                return value(reference, Boolean.TRUE::equals);
            }

            @Override
            public EffectPredicate isFalse() {
                return value(reference, Boolean.FALSE::equals);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference) {
        return new EnumReference<>() {
            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(E... values) {
                return value(reference, Arrays.asList(values)::contains);
            }
        };
    }

    @Override
    public <E extends Enum<E>> StringOrEnumReference<E> getStringOrEnum(
            Class<? extends ParameterReference<StringOrEnum<E>>> reference) {
        return new StringOrEnumReference<>() {
            @Override
            public EnumReference<E> isEnumChoice() {
                return new EnumReference<>() {
                    @Override
                    @SafeVarargs
                    public final EffectPredicate isOneOf(E... values) {
                        return value(reference, present -> ((StringOrEnum<?>) present)
                                .getEnumChoice()
                                .filter(Arrays.asList(values)::contains)
                                .isPresent());
                    }
                };
            }

            @Override
            public StringReference isStringChoice() {
                throw new UnsupportedOperationException("StringOrEnumReference.isStringChoice");
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference) {
        return new ArrayReference() {
            @Override
            public EffectPredicate hasMultipleItems() {
                return value(reference, present -> ((Object[]) present).length > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate) {
                throw new UnsupportedOperationException("ArrayReference.containsElementSatisfying");
            }
        };
    }

    @Override
    public boolean isMissing(Class<? extends ParameterReference<?>> reference) {
        return !references.contains(reference);
    }

    @Override
    public EffectPredicate getConstant(Predicate<NodeParametersInput> predicate) {
        return Conditions.input(predicate);
    }

    @Override
    public EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Instances.of(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }
}
