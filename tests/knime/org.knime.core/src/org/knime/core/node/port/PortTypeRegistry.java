package org.knime.core.node.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecgdistill.standin.PortTypes;
import org.ecgdistill.standin.PortTypes.Declaration;
import org.ecgdistill.standin.Secrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Knows all port types: tables, and what bundles declare at the extension point. */
public final class PortTypeRegistry {

    static {
        Secrets.register(Secrets.Ports.class, new Secrets.Ports() {
            @Override
            public PortObjectZipOutputStream objectOut(OutputStream out) {
                return new PortObjectZipOutputStream(out);
            }

            @Override
            public PortObjectZipInputStream objectIn(InputStream in) {
                return new PortObjectZipInputStream(in);
            }

            @Override
            public PortObjectSpecZipOutputStream specOut(OutputStream out) {
                return new PortObjectSpecZipOutputStream(out);
            }

            @Override
            public PortObjectSpecZipInputStream specIn(InputStream in) {
                return new PortObjectSpecZipInputStream(in);
            }
        });
    }

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {}

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    public PortType getPortType(Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /** The declared type of the class, else of the closest class above it that is declared. */
    public PortType getPortType(Class<? extends PortObject> portClass, boolean isOptional) {
        if (portClass == PortObject.class) {
            return new PortType(portClass, isOptional, "Generic Port", PortType.DEFAULT_COLOR, false);
        }
        if (portClass == BufferedDataTable.class) {
            return new PortType(portClass, isOptional, "Table", 0, false);
        }
        var declared = PortTypes.find(declaration -> declaration.objectClass().equals(portClass.getName()));
        if (declared.isPresent()) {
            return create(declared.get(), isOptional);
        }
        if (portClass.getSuperclass() != null && PortObject.class.isAssignableFrom(portClass.getSuperclass())) {
            return getPortType(portClass.getSuperclass().asSubclass(PortObject.class), isOptional);
        }
        return getPortType(PortObject.class, isOptional);
    }

    private static PortType create(Declaration declared, boolean isOptional) {
        return new PortType(
                declared.loadObjectClass(), isOptional, declared.name(), declared.color(), declared.isHidden());
    }

    public Collection<PortType> availablePortTypes() {
        return Stream.concat(
                        Stream.of(getPortType(PortObject.class), getPortType(BufferedDataTable.class)),
                        PortTypes.all().stream().map(declared -> create(declared, false)))
                .toList();
    }

    public Optional<Class<? extends PortObject>> getObjectClass(String className) {
        for (var known : List.<Class<? extends PortObject>>of(PortObject.class, BufferedDataTable.class)) {
            if (known.getName().equals(className)) {
                return Optional.of(known);
            }
        }
        return PortTypes.find(declaration -> declaration.objectClass().equals(className))
                .map(Declaration::loadObjectClass);
    }

    public Optional<Class<? extends PortObjectSpec>> getSpecClass(String className) {
        for (var known : List.<Class<? extends PortObjectSpec>>of(PortObjectSpec.class, DataTableSpec.class)) {
            if (known.getName().equals(className)) {
                return Optional.of(known);
            }
        }
        return PortTypes.find(declaration -> declaration.specClass().equals(className))
                .map(Declaration::loadSpecClass);
    }

    @SuppressWarnings("unchecked") // the caller passes objects of the class that it asked for
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(Class<? extends PortObject> objectClass) {
        return PortTypes.find(declaration -> declaration.objectClass().equals(objectClass.getName()))
                .map(declaration -> (PortObjectSerializer<PortObject>) declaration.createObjectSerializer());
    }

    @SuppressWarnings("unchecked") // the caller passes specs of the class that it asked for
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
            Class<? extends PortObjectSpec> specClass) {
        return PortTypes.find(declaration -> declaration.specClass().equals(specClass.getName()))
                .map(declaration -> (PortObjectSpecSerializer<PortObjectSpec>) declaration.createSpecSerializer());
    }
}
