package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;

/** All that a node has made: rows, files, outputs. It lies in a folder of its own within the workspace's. */
final class NodeData {

    private static final String FILE_STORES = "filestores";
    private static final String FILE_STORE_LOCATION = "file_store_location";
    private static final String FILE_STORE_ID = "file_store_id";
    private static final String FILE_STORE_FOLDER = "filestore";

    private final Workspace workspace;
    private final NodeModel model;
    private final Path folder;

    /** The ids of the tables that this node made. */
    private final Set<Integer> tableIds = ConcurrentHashMap.newKeySet();

    private final Queue<ContainerWriter> writers = new ConcurrentLinkedQueue<>();

    /** Null until the node has run. */
    private FileStores fileStores;

    /** Null while the node is not executed. */
    private List<PortObject> outputs;

    NodeData(Workspace workspace, NodeModel model, Path folder) {
        this.workspace = workspace;
        this.model = model;
        this.folder = folder;
    }

    boolean isThere() {
        return outputs != null;
    }

    List<PortObject> outputs() {
        if (outputs == null) {
            throw new IllegalStateException("The node is not executed: it has no outputs yet.");
        }
        return outputs;
    }

    /** Makes room for a new execution. */
    void begin() throws IOException {
        discard();
        fileStores = new FileStores(UUID.randomUUID(), folder.resolve(FILE_STORE_FOLDER));
        workspace.add(fileStores);
    }

    ContainerWriter createWriter(DataTableSpec spec, DataContainerSettings settings, boolean withKeys) {
        var tableId = workspace.nextTableId();
        tableIds.add(tableId);
        var writer = new ContainerWriter(
                spec, settings, withKeys, tableId, rowsFolder().resolve(tableId + ".bin"));
        writers.add(writer);
        return writer;
    }

    /** Deletes the rows that the model wrote, also of tables that it never finished. */
    private void deleteRows() throws IOException {
        for (var writer : writers) {
            writer.abandon();
        }
        writers.clear();
        Folders.delete(rowsFolder());
    }

    private Path rowsFolder() {
        return folder.resolve("rows");
    }

    void own(BufferedDataTable table) {
        tableIds.add(table.getBufferedTableId());
    }

    FileStore createFileStore(String name) throws IOException {
        return fileStores.create(name);
    }

    /** Writes what the model made and reads it back; that, and no longer what the model made, is the node's output. */
    void exchange(List<PortObject> made, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        var settings = new NodeSettings("exchange");
        var ports = folders(folder);
        ports.write(made.size(), made, internals(), settings, monitor);
        outputs = ports.read(made.size(), settings, monitor);
        give(ports.readInternals(outputs, settings, monitor));
        deleteRows();
    }

    private PortFolders folders(Path nodeFolder) {
        return new PortFolders(nodeFolder, workspace, tableIds);
    }

    private PortObject[] internals() {
        return model instanceof PortObjectHolder holder ? holder.getInternalPortObjects() : null;
    }

    private void give(PortObject[] internals) {
        if (internals != null && model instanceof PortObjectHolder holder) {
            holder.setInternalPortObjects(internals);
        }
    }

    /** Deletes everything but what lies in the workflow's folder. */
    void discard() throws IOException {
        outputs = null;
        tableIds.forEach(workspace.tables()::remove);
        tableIds.clear();
        if (fileStores != null) {
            workspace.remove(fileStores);
            fileStores = null;
        }
        deleteRows();
        Folders.delete(folder);
    }

    void save(int ports, Path nodeFolder, NodeSettingsWO settings, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        // beside the old data first: they may be what is saved
        var fresh = folder.resolve("saving");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        folders(fresh).write(ports, outputs, outputs == null ? null : internals(), settings, monitor);
        var hasFiles = outputs != null && !fileStores.isEmpty();
        if (hasFiles) {
            Folders.copy(fileStores.folder(), fresh.resolve(FILE_STORE_FOLDER));
        }
        var stores = settings.addNodeSettings(FILE_STORES);
        stores.addString(FILE_STORE_LOCATION, hasFiles ? FILE_STORE_FOLDER : null);
        stores.addString(FILE_STORE_ID, outputs == null ? null : fileStores.id().toString());
        replace(nodeFolder, fresh);
    }

    private static void replace(Path nodeFolder, Path fresh) throws IOException {
        Files.createDirectories(nodeFolder);
        var old = new ArrayList<Path>();
        try (var paths = Files.newDirectoryStream(nodeFolder, "{port_*,internalTables,filestore}")) {
            paths.forEach(old::add);
        }
        for (var path : old) {
            Folders.delete(path);
        }
        Folders.copy(fresh, nodeFolder);
        Folders.delete(fresh);
    }

    /** @return whether the node's data were there */
    boolean load(int ports, Path nodeFolder, NodeSettingsRO settings, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        discard();
        var stores = settings.getNodeSettings(FILE_STORES);
        var storesId = stores.getString(FILE_STORE_ID);
        var location = stores.getString(FILE_STORE_LOCATION);
        fileStores = new FileStores(
                storesId == null ? UUID.randomUUID() : UUID.fromString(storesId),
                location == null ? null : nodeFolder.resolve(location));
        workspace.add(fileStores);
        var saved = folders(nodeFolder);
        var loaded = saved.read(ports, settings, monitor);
        if (loaded != null) {
            give(saved.readInternals(loaded, settings, monitor));
        }
        outputs = loaded;
        return loaded != null;
    }
}
