package org.ecgdistill.standin.ui.persist;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.persistence.Persist;

/**
 * A field of a parameters class.
 *
 * @param owner the class whose fields were asked for; the field itself may be inherited
 * @param type the field's type with type variables filled in
 */
public record ParameterField(Field field, Class<?> owner, JavaType type) {

    /** What KNIME appends to the keys of hidden settings (SettingsModel.CFGKEY_INTERNAL). */
    private static final String HIDDEN_SUFFIX = "_Internals";

    private static final TypeFactory TYPES = TypeFactory.defaultInstance();

    /** A class as a type. */
    public static JavaType typeOf(Class<?> type) {
        return TYPES.constructType(type);
    }

    /** All fields that KNIME sees: not private, not static, not transient; inherited ones first. */
    public static List<ParameterField> of(JavaType type) {
        var fields = new ArrayList<ParameterField>();
        collect(type.getRawClass(), type, fields);
        return fields;
    }

    private static void collect(Class<?> declaring, JavaType type, List<ParameterField> into) {
        if (declaring == null || declaring == Object.class) {
            return;
        }
        collect(declaring.getSuperclass(), type, into);
        var bindings = type.findSuperType(declaring).getBindings();
        for (var field : declaring.getDeclaredFields()) {
            var modifiers = field.getModifiers();
            if (!Modifier.isPrivate(modifiers)
                    && !Modifier.isStatic(modifiers)
                    && !Modifier.isTransient(modifiers)
                    && !field.isSynthetic()) {
                field.setAccessible(true);
                var resolved = TYPES.resolveMemberType(field.getGenericType(), bindings);
                into.add(new ParameterField(field, type.getRawClass(), resolved));
            }
        }
    }

    /** The field's name without the prefix {@code m_}. */
    public String name() {
        var name = field.getName();
        return name.startsWith("m_") ? name.substring(2) : name;
    }

    /** The key under which the field is stored. */
    public String key() {
        var persist = annotation(Persist.class).orElse(null);
        if (persist == null) {
            return name();
        }
        var key = persist.configKey().isEmpty() ? name() : persist.configKey();
        return persist.hidden() ? key + HIDDEN_SUFFIX : key;
    }

    /** An annotation of the field; inherited fields also take those of the class that declares them. */
    public <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
        var own = Optional.ofNullable(field.getAnnotation(annotation));
        return own.isPresent() || field.getDeclaringClass() == owner
                ? own
                : Optional.ofNullable(field.getDeclaringClass().getAnnotation(annotation));
    }

    public boolean isOptional() {
        return type.getRawClass() == Optional.class;
    }

    /** The field's type, or what it holds if it is optional. */
    public JavaType valueType() {
        return isOptional() ? type.containedType(0) : type;
    }

    /** Whether the field is a group of fields that are a {@code marker}, e.g. Persistable or WidgetGroup. */
    public boolean isGroup(Class<?> marker) {
        return marker.isAssignableFrom(type.getRawClass());
    }

    /** Whether the field is an array or a list of such groups. */
    public boolean isGroups(Class<?> marker) {
        return (type.isArrayType() || Collection.class.isAssignableFrom(type.getRawClass()))
                && type.getContentType() != null
                && !type.getContentType().isEnumType()
                && marker.isAssignableFrom(type.getContentType().getRawClass());
    }

    public Object get(Object parameters) {
        try {
            return field.get(parameters);
        } catch (IllegalAccessException ex) {
            throw new IllegalStateException(this + " cannot be read.", ex);
        }
    }

    void set(Object parameters, Object value) {
        try {
            field.set(parameters, value);
        } catch (IllegalAccessException ex) {
            throw new IllegalStateException(this + " cannot be set.", ex);
        }
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name();
    }
}
