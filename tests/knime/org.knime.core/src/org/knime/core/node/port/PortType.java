package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What a port takes or gives. Get one from the {@link PortTypeRegistry}. */
public final class PortType {

    public static final int DEFAULT_COLOR = 0xff9b9b9b;
    private static final String OBJECT_CLASS = "object_class";

    private final Class<? extends PortObject> objectClass;
    private final Class<? extends PortObjectSpec> specClass;
    private final boolean isOptional;
    private final String name;
    private final int color;
    private final boolean isHidden;

    PortType(Class<? extends PortObject> objectClass, boolean isOptional, String name, int color, boolean isHidden) {
        this.objectClass = objectClass;
        this.specClass = getPortObjectSpecClass(objectClass);
        this.isOptional = isOptional;
        this.name = name == null ? objectClass.getSimpleName() : name;
        this.color = color;
        this.isHidden = isHidden;
    }

    /** The class of specs that objects of the given class have: what their {@code getSpec} is declared to return. */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (NoSuchMethodException ex) {
            throw new IllegalStateException(objectClass + " has no method getSpec", ex);
        }
    }

    public String getName() {
        return name;
    }

    public int getColor() {
        return color;
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    public boolean isOptional() {
        return isOptional;
    }

    public boolean isHidden() {
        return isHidden;
    }

    public boolean isSuperTypeOf(PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    public boolean acceptsPortObjectSpec(PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    public boolean acceptsPortObject(PortObject obj) {
        return obj == null || objectClass.isInstance(obj);
    }

    public void save(ConfigWO settings) {
        settings.addString(OBJECT_CLASS, objectClass.getName());
    }

    public static PortType load(ConfigRO settings) throws InvalidSettingsException {
        var name = settings.getString(OBJECT_CLASS);
        var registry = PortTypeRegistry.getInstance();
        return registry.getObjectClass(name)
                .map(registry::getPortType)
                .orElseThrow(() -> new InvalidSettingsException("There is no port type for " + name + "."));
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof PortType other && other.objectClass == objectClass;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
    }
}
