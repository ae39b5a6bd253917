package org.ecgdistill.knime.learner;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgdistill.knime.common.IsOneOf;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/** The settings of a node in the words of its dialog, for the provenance of a model. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
public final class ShownSettings {

    private record Setting(Field field, Object value) {}

    private ShownSettings() {}

    /**
     * The values of all settings that the dialog shows, by title. Chosen columns are left out, since the provenance lists
     * the columns that were used, and so are settings of the computer.
     *
     * @param unused groups without effect
     */
    public static Map<String, String> of(NodeParameters parameters, NodeParameters... unused) {
        var settings = settings(parameters, List.of(unused)).toList();
        var referenced = new HashMap<Class<?>, Object>();
        for (var setting : settings) {
            var reference = setting.field().getAnnotation(ValueReference.class);
            if (reference != null) {
                referenced.put(reference.value(), setting.value());
            }
        }
        var texts = new TreeMap<String, String>();
        for (var setting : settings) {
            var field = setting.field();
            if (isOfModel(field) && isShown(field, referenced)) {
                texts.put(field.getAnnotation(Widget.class).title(), text(setting.value()));
            }
        }
        return texts;
    }

    private static Stream<Setting> settings(NodeParameters group, List<NodeParameters> unused) {
        if (unused.contains(group)) {
            return Stream.empty();
        }
        return Stream.<Class<?>>iterate(group.getClass(), type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> new Setting(field, value(field, group)))
                .flatMap(setting -> setting.value() instanceof NodeParameters nested
                        ? settings(nested, unused)
                        : Stream.of(setting));
    }

    private static Object value(Field field, NodeParameters group) {
        try {
            field.setAccessible(true);
            return field.get(group);
        } catch (IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static boolean isOfModel(Field field) {
        return field.isAnnotationPresent(Widget.class)
                && Stream.of(ChoicesProvider.class, ColumnFilterWidget.class, OfComputer.class)
                        .noneMatch(field::isAnnotationPresent);
    }

    private static boolean isShown(Field field, Map<Class<?>, Object> referenced) {
        var effect = field.getAnnotation(Effect.class);
        return effect == null || holds(effect.predicate(), referenced) == (effect.type() == EffectType.SHOW);
    }

    /** A condition is a check box, known by its reference, or a choice. */
    private static boolean holds(Class<?> condition, Map<Class<?>, Object> referenced) {
        if (referenced.get(condition) instanceof Boolean isTicked) {
            return isTicked;
        }
        try {
            var constructor = condition.getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((IsOneOf<?>) constructor.newInstance()).holds(referenced);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> choice) {
            try {
                return choice.getDeclaringClass()
                        .getField(choice.name())
                        .getAnnotation(Label.class)
                        .value();
            } catch (NoSuchFieldException ex) {
                throw new IllegalStateException(ex);
            }
        }
        return value instanceof FileSelection file ? file.getFSLocation().getPath() : String.valueOf(value);
    }
}
