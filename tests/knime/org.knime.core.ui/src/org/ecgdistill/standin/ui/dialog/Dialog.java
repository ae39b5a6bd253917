package org.ecgdistill.standin.ui.dialog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ecgdistill.standin.ui.persist.ParameterField;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.DataTypeChoice;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;

/**
 * A node's dialog as the analyst would find it with some parameters: which fields are shown and enabled, and what can be
 * chosen. Opening it fails, as in KNIME, where a condition or a provider refers to a field that is not there.
 */
public final class Dialog {

    /**
     * A field.
     *
     * @param path where its value stands in the settings, e.g. {@code groups/0/name}
     * @param choices what is offered; empty for a field without a list of choices
     */
    public record Field(
            String path, String title, boolean shown, boolean enabled, boolean advanced, List<String> choices) {}

    /** What applies to a group and therefore to all fields in it. */
    private record Scope(String path, BooleanSupplier shown, BooleanSupplier enabled, boolean advanced) {}

    private final NodeParametersInput input;
    private final List<Field> fields = new ArrayList<>();

    private Dialog(NodeParametersInput input) {
        this.input = input;
    }

    public static Dialog open(NodeParameters parameters, NodeParametersInput input) {
        var dialog = new Dialog(input);
        var references = new References(null);
        collect(parameters, references);
        dialog.add(parameters, new Scope("", () -> true, () -> true, false), references);
        return dialog;
    }

    /** In the order in which they are declared. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The field with this title. */
    public Field field(String title) {
        return fields.stream()
                .filter(field -> field.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No field is called " + title + ": " + fields));
    }

    private static void collect(Object group, References references) {
        for (var field : ParameterField.of(ParameterField.typeOf(group.getClass()))) {
            field.annotation(ValueReference.class)
                    .ifPresent(reference -> references.add(reference.value(), () -> field.get(group)));
            if (field.isGroup(WidgetGroup.class) && field.get(group) != null) {
                collect(field.get(group), references);
            }
        }
    }

    private void add(Object group, Scope scope, References references) {
        for (var field : ParameterField.of(ParameterField.typeOf(group.getClass()))) {
            var inner = inner(field, scope, references);
            var value = field.get(group);
            if (field.isGroup(WidgetGroup.class) && value != null) {
                add(value, inner, references);
            }
            if (field.isGroups(WidgetGroup.class) && value != null) {
                addElements(value, inner, references);
            }
            field.annotation(ValueProvider.class).ifPresent(provider -> compute(provider.value(), references));
            field.annotation(Widget.class)
                    .ifPresent(widget -> fields.add(new Field(
                            inner.path(),
                            widget.title(),
                            inner.shown().getAsBoolean(),
                            inner.enabled().getAsBoolean(),
                            inner.advanced() || widget.advanced(),
                            choices(field, references))));
        }
    }

    private void addElements(Object elements, Scope scope, References references) {
        var list =
                elements instanceof Collection<?> collection ? List.copyOf(collection) : List.of((Object[]) elements);
        for (var i = 0; i < list.size(); i++) {
            var own = new References(references);
            collect(list.get(i), own);
            add(list.get(i), new Scope(scope.path() + "/" + i, scope.shown(), scope.enabled(), scope.advanced()), own);
        }
    }

    private Scope inner(ParameterField field, Scope scope, References references) {
        var inner = new Scope(
                scope.path().isEmpty() ? field.key() : scope.path() + "/" + field.key(),
                scope.shown(),
                scope.enabled(),
                scope.advanced());
        inner = with(field.annotation(Effect.class), field.annotation(Advanced.class), inner, references);
        if (field.isGroup(WidgetGroup.class)) {
            inner = with(field.type().getRawClass(), inner, references);
        }
        for (var part = field.annotation(Layout.class).map(Layout::value).orElse(null);
                part != null;
                part = part.getEnclosingClass()) {
            inner = with(part, inner, references);
        }
        return inner;
    }

    /** Applies what stands at a group's class or at a part of the layout. */
    private Scope with(Class<?> part, Scope scope, References references) {
        return with(
                Optional.ofNullable(part.getAnnotation(Effect.class)),
                Optional.ofNullable(part.getAnnotation(Advanced.class)),
                scope,
                references);
    }

    private Scope with(Optional<Effect> effect, Optional<Advanced> mark, Scope scope, References references) {
        var advanced = scope.advanced() || mark.isPresent();
        if (effect.isEmpty()) {
            return new Scope(scope.path(), scope.shown(), scope.enabled(), advanced);
        }
        var predicate = new Predicates(references).getPredicate(effect.get().predicate());
        var type = effect.get().type();
        var wanted = type == EffectType.SHOW || type == EffectType.ENABLE;
        BooleanSupplier holds = () -> wanted
                == Conditions.holds(predicate, new Conditions.Values() {
                    @Override
                    public Object get(Class<? extends ParameterReference<?>> reference) {
                        return references.supplier(reference).get();
                    }

                    @Override
                    public NodeParametersInput input() {
                        return input;
                    }
                });
        var aboutShowing = type == EffectType.SHOW || type == EffectType.HIDE;
        return new Scope(
                scope.path(),
                aboutShowing ? both(scope.shown(), holds) : scope.shown(),
                aboutShowing ? scope.enabled() : both(scope.enabled(), holds),
                advanced);
    }

    private static BooleanSupplier both(BooleanSupplier first, BooleanSupplier second) {
        return () -> first.getAsBoolean() && second.getAsBoolean();
    }

    private List<String> choices(ParameterField field, References references) {
        var provider = field.annotation(ChoicesProvider.class).orElse(null);
        if (provider == null) {
            return List.of();
        }
        var choices = (List<?>) compute(provider.value(), references);
        return choices.stream().map(Dialog::idOf).toList();
    }

    private static String idOf(Object choice) {
        if (choice instanceof StringChoice text) {
            return text.id();
        }
        if (choice instanceof TypedStringChoice column) {
            return column.id();
        }
        return choice instanceof EnumChoice<?> constant
                ? constant.id().name()
                : ((DataTypeChoice) choice).id().toString();
    }

    @SuppressWarnings("unchecked") // annotations name providers without their types
    private Object compute(Class<?> provider, References references) {
        return Provided.compute((Class<? extends StateProvider<Object>>) provider, references, input);
    }
}
