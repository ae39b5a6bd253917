package org.ecgdistill.standin.ui.persist;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Finds the {@link Form} of parameters classes and their fields from their types and annotations. */
public final class ParameterForms {

    private ParameterForms() {}

    public static <T extends Persistable> T load(Class<T> type, NodeSettingsRO settings)
            throws InvalidSettingsException {
        return type.cast(ofType(ParameterField.typeOf(type)).load(settings));
    }

    public static void save(Persistable parameters, NodeSettingsWO settings) {
        ofType(ParameterField.typeOf(parameters.getClass())).save(parameters, settings);
    }

    private static Form ofType(JavaType type) {
        var persistor = type.getRawClass().getAnnotation(Persistor.class);
        var form = persistor == null ? new GroupForm(type) : CustomForm.of(persistor);
        var migration = type.getRawClass().getAnnotation(Migration.class);
        if (migration == null) {
            return form;
        }
        // without a persistor a type's own path is that of the whole settings, which is always there
        var paths = persistor == null
                ? new String[][] {{}}
                : CustomForm.of(persistor).paths();
        return MigratingForm.of(migration, form, paths);
    }

    private static Form ofField(ParameterField field) {
        checkAnnotations(field);
        var persistor = field.annotation(Persistor.class).orElse(null);
        var form = persistor == null ? stored(field) : CustomForm.of(persistor);
        var paths = persistor == null
                ? new String[][] {{field.key()}}
                : CustomForm.of(persistor).paths();
        var migration = field.annotation(Migration.class).orElse(null);
        if (migration != null) {
            form = MigratingForm.of(migration, form, paths);
        }
        return loadsDefaultIfAbsent(field, paths) ? new DefaultingForm(field, form, paths) : form;
    }

    private static Form stored(ParameterField field) {
        if (field.isGroup(Persistable.class)) {
            return new NestedForm(field.key(), ofType(field.type()));
        }
        if (field.isGroups(Persistable.class)) {
            return new NestedForm(field.key(), new GroupsForm(field.type()));
        }
        return LeafForms.of(field);
    }

    private static void checkAnnotations(ParameterField field) {
        if (field.annotation(Persistor.class).isPresent()
                && field.annotation(Persist.class).isPresent()) {
            throw new IllegalStateException(field + " has both @Persistor and @Persist; one of them must go.");
        }
        if (field.annotation(Migration.class).isPresent()
                && field.annotation(Migrate.class).isPresent()) {
            throw new IllegalStateException(field + " has both @Migration and @Migrate; one of them must go.");
        }
    }

    private static boolean loadsDefaultIfAbsent(ParameterField field, String[][] paths) {
        if (field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)) {
            if (paths.length == 0) {
                throw new IllegalStateException(
                        field + " stores nothing, so that @Migrate cannot tell whether it is absent.");
            }
            return true;
        }
        return paths.length > 0
                && field.owner().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
                && field.annotation(Migration.class).isEmpty();
    }

    /** A group of fields, key beside key. */
    private record GroupForm(JavaType type) implements Form {

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            var parameters = Instances.of(type.getRawClass());
            for (var field : ParameterField.of(type)) {
                field.set(parameters, ofField(field).load(settings));
            }
            return parameters;
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            for (var field : ParameterField.of(type)) {
                ofField(field).save(field.get(value), settings);
            }
        }
    }

    /** Anything one level deeper. */
    private record NestedForm(String key, Form inner) implements Form {

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            return inner.load(settings.getNodeSettings(key));
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            inner.save(value, settings.addNodeSettings(key));
        }
    }

    /** An array or list of groups: one config per element, named by its index. */
    private record GroupsForm(JavaType type) implements Form {

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            var size = (int) settings.keySet().stream()
                    .filter(key -> key.matches("\\d+"))
                    .count();
            var element = ofType(type.getContentType());
            var elements = new ArrayList<Object>(size);
            for (var i = 0; i < size; i++) {
                elements.add(element.load(settings.getNodeSettings(Integer.toString(i))));
            }
            if (type.isArrayType()) {
                var array = (Object[]) Array.newInstance(type.getContentType().getRawClass(), size);
                return elements.toArray(array);
            }
            if (!type.getRawClass().isAssignableFrom(ArrayList.class)) {
                throw new IllegalStateException("Only arrays, List and Collection are stored, not " + type + ".");
            }
            return elements;
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            if (value == null) {
                return;
            }
            var element = ofType(type.getContentType());
            var elements = value instanceof Collection<?> list ? List.copyOf(list) : List.of((Object[]) value);
            for (var i = 0; i < elements.size(); i++) {
                element.save(elements.get(i), settings.addNodeSettings(Integer.toString(i)));
            }
        }
    }

    /** The default of a field where none of its keys is there. */
    private record DefaultingForm(ParameterField field, Form inner, String[][] paths) implements Form {

        @Override
        public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
            for (var path : paths) {
                if (SettingsPath.isPresent(settings, path)) {
                    return inner.load(settings);
                }
            }
            return field.get(Instances.of(field.owner()));
        }

        @Override
        public void save(Object value, NodeSettingsWO settings) {
            inner.save(value, settings);
        }
    }
}
