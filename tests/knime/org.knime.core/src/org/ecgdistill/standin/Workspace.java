package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/**
 * One open workflow as its nodes see it: a temporary folder, the tables by their ids, the file stores by theirs. Closing
 * it deletes everything that its nodes left in the temporary folder.
 */
public final class Workspace implements AutoCloseable {

    private final Path workflowFolder;
    private final Path temporaryFolder;
    private final List<NodeScope> nodes = new CopyOnWriteArrayList<>();
    private final Map<Integer, BufferedDataTable> tables = new ConcurrentHashMap<>();
    private final Map<UUID, FileStores> fileStores = new ConcurrentHashMap<>();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private int lastTableId;

    /** A connection; ports count with that of the flow variables, which is 0. */
    public record Line(int source, int sourcePort, int target, int targetPort) {}

    private Workspace(Path workflowFolder, Path temporaryFolder) {
        this.workflowFolder = workflowFolder;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Opens a workspace.
     *
     * @param workflowFolder where the workflow lies on disk; null for one built in memory
     * @throws IOException if no temporary folder can be made
     */
    public static Workspace open(Path workflowFolder) throws IOException {
        return new Workspace(workflowFolder, Files.createTempDirectory("knime-standin-"));
    }

    /** The workspace of the node that is running on this thread (KNIME's node context). */
    public static Optional<Workspace> current() {
        return NodeScope.current().map(NodeScope::workspace);
    }

    /** The workflow's folder, empty for a workflow built in memory. */
    public Optional<Path> workflowFolder() {
        return Optional.ofNullable(workflowFolder);
    }

    /** Holds everything that is not saved; deleted on close. */
    public Path temporaryFolder() {
        return temporaryFolder;
    }

    /**
     * Puts a node into the workflow: its model is created with the factory's default ports.
     *
     * @param id the node's number in the workflow
     * @param name its name, for messages
     */
    public NodeScope addNode(int id, String name, NodeFactory<? extends NodeModel> factory) {
        var node = new NodeScope(this, id, name, factory);
        nodes.add(node);
        return node;
    }

    /** Says that a node gets what another puts out. */
    public void connect(Line line) {
        lines.add(line);
    }

    /** The line that ends at an input. */
    public Optional<Line> lineInto(int node, int port) {
        return lines.stream()
                .filter(line -> line.target() == node && line.targetPort() == port)
                .findFirst();
    }

    public Optional<NodeScope> node(int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst();
    }

    /** A table that no node made, to feed to nodes. */
    public BufferedDataTable createTable(DataTableSpec spec, Iterable<? extends DataRow> rows) {
        var id = nextTableId();
        var settings =
                DataContainerSettings.builder().withInitializedDomain(true).build();
        var file = temporaryFolder.resolve("given").resolve(id + ".bin");
        var writer = new ContainerWriter(spec, settings, true, id, file);
        ContainerContent content;
        try {
            rows.forEach(writer::add);
        } finally {
            content = writer.finish();
        }
        var table = Secrets.tables().create(content, id);
        tables.put(id, table);
        return table;
    }

    synchronized int nextTableId() {
        // tables of a loaded workflow keep their ids
        do {
            lastTableId++;
        } while (tables.containsKey(lastTableId));
        return lastTableId;
    }

    Map<Integer, BufferedDataTable> tables() {
        return tables;
    }

    void add(FileStores stores) {
        fileStores.put(stores.id(), stores);
    }

    void remove(FileStores stores) {
        fileStores.remove(stores.id());
    }

    FileStore fileStore(FileStoreKey key) throws IOException {
        var stores = fileStores.get(key.getStoreUUID());
        if (stores == null) {
            throw new IOException("The file \"" + key.getName() + "\" belongs to a node that has no data any more: "
                    + "reset the workflow and execute it again.");
        }
        return stores.get(key);
    }

    /** Disposes the nodes and deletes the temporary folder; harmless when called again. */
    @Override
    public void close() throws IOException {
        for (var node : nodes) {
            node.cancel();
            Secrets.models().dispose(node.model());
        }
        nodes.clear();
        Folders.delete(temporaryFolder);
    }
}
