package org.ecgdistill.standin;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortType;

/** A port type declared in a bundle's plugin.xml. Its classes are found through its serializers, as in KNIME. */
record DeclaredByExtension(IConfigurationElement element) implements PortTypes.Declaration {

    @Override
    public String name() {
        return element.getAttribute("name");
    }

    @Override
    public int color() {
        var color = element.getAttribute("color");
        return color == null ? PortType.DEFAULT_COLOR : Integer.parseInt(color.substring(1), 16);
    }

    @Override
    public boolean isHidden() {
        return Boolean.parseBoolean(element.getAttribute("hidden"));
    }

    @Override
    public String objectClass() {
        return element.getAttribute("objectClass");
    }

    @Override
    public String specClass() {
        return element.getAttribute("specClass");
    }

    @Override
    public PortObjectSerializer<?> createObjectSerializer() {
        return (PortObjectSerializer<?>) create("objectSerializer");
    }

    @Override
    public PortObjectSpecSerializer<?> createSpecSerializer() {
        return (PortObjectSpecSerializer<?>) create("specSerializer");
    }

    private Object create(String attribute) {
        try {
            return element.createExecutableExtension(attribute);
        } catch (CoreException ex) {
            throw new IllegalStateException(
                    "The " + attribute + " of the port type \"" + name() + "\" declared by "
                            + element.getContributor().getName() + " cannot be made: " + ex.getMessage(),
                    ex);
        }
    }

    @Override
    public Class<? extends PortObject> loadObjectClass() {
        return serialized(createObjectSerializer().getClass(), objectClass()).asSubclass(PortObject.class);
    }

    @Override
    public Class<? extends PortObjectSpec> loadSpecClass() {
        return serialized(createSpecSerializer().getClass(), specClass()).asSubclass(PortObjectSpec.class);
    }

    /** The class that a serializer is for, from its type argument. */
    private Class<?> serialized(Class<?> serializer, String expected) {
        Type type = serializer;
        while (type != null) {
            if (type instanceof ParameterizedType parameterized
                    && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument
                    && argument.getName().equals(expected)) {
                return argument;
            }
            var raw = type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : type;
            type = ((Class<?>) raw).getGenericSuperclass();
        }
        throw new IllegalStateException("The serializer " + serializer.getName() + " of the port type \"" + name()
                + "\" does not name " + expected + " as its type argument.");
    }
}
