package org.ecgdistill.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * The port types that are declared: at the extension point org.knime.core.PortType in an OSGi framework, or here by a
 * call without such a framework.
 */
public final class PortTypes {

    private static final String EXTENSION_POINT = "org.knime.core.PortType";
    private static final List<Declaration> DECLARED_BY_CALL = new CopyOnWriteArrayList<>();

    /** A declared port type; classes are known by their names until somebody needs them. */
    public interface Declaration {

        String name();

        int color();

        boolean isHidden();

        String objectClass();

        String specClass();

        PortObjectSerializer<?> createObjectSerializer();

        PortObjectSpecSerializer<?> createSpecSerializer();

        Class<? extends PortObject> loadObjectClass();

        Class<? extends PortObjectSpec> loadSpecClass();
    }

    private PortTypes() {}

    /** Declares a port type as the extension point would. */
    public static <O extends PortObject, S extends PortObjectSpec> PortType register(
            String name,
            Class<O> objectClass,
            Supplier<? extends PortObjectSerializer<O>> objectSerializer,
            Class<S> specClass,
            Supplier<? extends PortObjectSpecSerializer<S>> specSerializer) {
        DECLARED_BY_CALL.add(
                new DeclaredByCall(name, objectClass, objectSerializer::get, specClass, specSerializer::get));
        return PortTypeRegistry.getInstance().getPortType(objectClass);
    }

    private record DeclaredByCall(
            String name,
            Class<? extends PortObject> loadObjectClass,
            Supplier<PortObjectSerializer<?>> objectSerializer,
            Class<? extends PortObjectSpec> loadSpecClass,
            Supplier<PortObjectSpecSerializer<?>> specSerializer)
            implements Declaration {

        @Override
        public int color() {
            return PortType.DEFAULT_COLOR;
        }

        @Override
        public boolean isHidden() {
            return false;
        }

        @Override
        public String objectClass() {
            return loadObjectClass.getName();
        }

        @Override
        public String specClass() {
            return loadSpecClass.getName();
        }

        @Override
        public PortObjectSerializer<?> createObjectSerializer() {
            return objectSerializer.get();
        }

        @Override
        public PortObjectSpecSerializer<?> createSpecSerializer() {
            return specSerializer.get();
        }
    }

    public static List<Declaration> all() {
        var all = new ArrayList<>(DECLARED_BY_CALL);
        var registry = RegistryFactory.getRegistry();
        if (registry != null) {
            for (var element : registry.getConfigurationElementsFor(EXTENSION_POINT)) {
                all.add(new DeclaredByExtension(element));
            }
        }
        return all;
    }

    public static Optional<Declaration> find(Predicate<Declaration> wanted) {
        return all().stream().filter(wanted).findFirst();
    }
}
