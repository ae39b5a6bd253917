package org.ecgdistill.standin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A saved port object that is no table: spec/spec.zip, object/portobject.zip and, for an object with file stores,
 * object/filestore.xml, which names them.
 */
final class ObjectFolder {

    private static final String SPEC_CLASS = "port_spec_class";
    private static final String OBJECT_CLASS = "port_object_class";
    private static final String SPEC_LOCATION = "port_spec_location";
    private static final String OBJECT_LOCATION = "port_object_location";

    /** The first, empty entry of the two zips. */
    private static final String SPEC_MARK = "portSpec.file";

    private static final String OBJECT_MARK = "portObject.file";
    private static final String STORES_FILE = "filestore.xml";
    private static final String STORE_KEYS = "filestore_keys";

    private final Path folder;

    ObjectFolder(Path folder) {
        this.folder = folder;
    }

    void write(PortObject object, NodeSettingsWO settings, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        var spec = object.getSpec();
        settings.addString(SPEC_LOCATION, "spec/spec.zip");
        settings.addString(OBJECT_LOCATION, "object/portobject.zip");
        Files.createDirectories(folder.resolve("spec"));
        Files.createDirectories(folder.resolve("object"));
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("spec/spec.zip")))) {
            writeSpec(spec, out);
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("object/portobject.zip")))) {
            writeObject(object, out, monitor);
        }
        if (object instanceof FileStorePortObject withStores) {
            Secrets.files().flush(withStores);
            writeKeys(
                    Secrets.files().stores(withStores), folder.resolve("object").resolve(STORES_FILE));
        }
    }

    private static void writeSpec(PortObjectSpec spec, OutputStream out) throws IOException {
        try (var zip = Secrets.ports().specOut(out)) {
            zip.putNextEntry(new ZipEntry(SPEC_MARK));
            serializer(spec.getClass()).savePortObjectSpec(spec, zip);
        }
    }

    private static void writeObject(PortObject object, OutputStream out, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        try (var zip = Secrets.ports().objectOut(out)) {
            zip.putNextEntry(new ZipEntry(OBJECT_MARK));
            objectSerializer(object.getClass()).savePortObject(object, zip, monitor);
        }
    }

    private static PortObjectSpecSerializer<PortObjectSpec> serializer(Class<? extends PortObjectSpec> type)
            throws IOException {
        return PortTypeRegistry.getInstance().getSpecSerializer(type).orElseThrow(() -> undeclared(type));
    }

    private static PortObjectSerializer<PortObject> objectSerializer(Class<? extends PortObject> type)
            throws IOException {
        return PortTypeRegistry.getInstance().getObjectSerializer(type).orElseThrow(() -> undeclared(type));
    }

    private static IOException undeclared(Class<?> type) {
        return new IOException("No port type with a serializer for " + type.getName()
                + " is declared at the extension point org.knime.core.PortType.");
    }

    private static void writeKeys(List<FileStore> stores, Path file) throws IOException {
        var content = new ModelContent("filestore");
        var keys = content.addModelContent(STORE_KEYS);
        for (var i = 0; i < stores.size(); i++) {
            Secrets.files().key(stores.get(i)).save(keys.addModelContent("filestore_key_" + i));
        }
        content.saveToXML(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    PortObject read(NodeSettingsRO settings, Workspace workspace, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        var registry = PortTypeRegistry.getInstance();
        var specClass = registry.getSpecClass(settings.getString(SPEC_CLASS))
                .orElseThrow(() -> unknown(settings.getString(SPEC_CLASS, "")));
        var objectClass = registry.getObjectClass(settings.getString(OBJECT_CLASS))
                .orElseThrow(() -> unknown(settings.getString(OBJECT_CLASS, "")));
        var specFile = folder.resolve(settings.getString(SPEC_LOCATION));
        var objectFile = folder.resolve(settings.getString(OBJECT_LOCATION));
        PortObjectSpec spec;
        try (var in = new BufferedInputStream(Files.newInputStream(specFile));
                var zip = Secrets.ports().specIn(in)) {
            zip.getNextEntry(); // the mark
            spec = serializer(specClass).loadPortObjectSpec(zip);
        }
        PortObject object;
        try (var in = new BufferedInputStream(Files.newInputStream(objectFile))) {
            object = readObject(objectClass, spec, in, monitor);
        }
        if (object instanceof FileStorePortObject withStores) {
            var stores = new ArrayList<FileStore>();
            for (var key : readKeys(objectFile.resolveSibling(STORES_FILE))) {
                stores.add(workspace.fileStore(key));
            }
            Secrets.files().give(withStores, stores);
        }
        return object;
    }

    private static IOException unknown(String name) {
        return new IOException("No port type for " + name
                + " is declared at the extension point org.knime.core.PortType: install the extension that has it.");
    }

    private static PortObject readObject(
            Class<? extends PortObject> type, PortObjectSpec spec, InputStream in, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        try (var zip = Secrets.ports().objectIn(in)) {
            zip.getNextEntry(); // the mark
            return objectSerializer(type).loadPortObject(zip, spec, monitor);
        }
    }

    private static List<FileStoreKey> readKeys(Path file) throws IOException, InvalidSettingsException {
        var keys = new ArrayList<FileStoreKey>();
        var content = ModelContent.loadFromXML(new BufferedInputStream(Files.newInputStream(file)))
                .getModelContent(STORE_KEYS);
        for (var key : content.keySet()) {
            keys.add(FileStoreKey.load(content.getModelContent(key)));
        }
        return keys;
    }

    /** Each node gets an object of its own, as in KNIME, so that none sees what another changes in it. */
    static PortObject copy(PortObject object, ExecutionMonitor monitor) throws IOException, CanceledExecutionException {
        var bytes = new ByteArrayOutputStream();
        writeObject(object, bytes, monitor);
        var copy =
                readObject(object.getClass(), object.getSpec(), new ByteArrayInputStream(bytes.toByteArray()), monitor);
        if (object instanceof FileStorePortObject withStores && copy instanceof FileStorePortObject copied) {
            Secrets.files().give(copied, Secrets.files().stores(withStores));
        }
        return copy;
    }
}
