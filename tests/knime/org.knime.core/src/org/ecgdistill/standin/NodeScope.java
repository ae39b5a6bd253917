package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/**
 * A node in a {@link Workspace}, with all that KNIME does around a node's model. Ports are counted as in the model, from
 * 0; on disk and in connections they are one higher, since port 0 there is the flow variable port.
 * <p>
 * Not thread-safe but for {@link #cancel()}; several nodes of a workspace may run at the same time.
 */
public final class NodeScope {

    private static final ThreadLocal<NodeScope> CURRENT = new ThreadLocal<>();

    private final Workspace workspace;
    private final int id;
    private final String name;
    private final NodeFactory<? extends NodeModel> factory;
    private final NodeModel model;
    private final List<PortType> inputTypes;
    private final List<PortType> outputTypes;
    private final NodeData data;
    private final NodeRun run = new NodeRun();
    private PortObjectSpec[] outputSpecs;

    /** Of KNIME about the node, and not of the node. */
    private Optional<Message> specWarning = Optional.empty();

    NodeScope(Workspace workspace, int id, String name, NodeFactory<? extends NodeModel> factory) {
        this.workspace = workspace;
        this.id = id;
        this.name = name;
        this.factory = factory;
        factory.init();
        model = Secrets.factories().createModel(factory);
        inputTypes = Secrets.models().inPortTypes(model);
        outputTypes = Secrets.models().outPortTypes(model);
        outputSpecs = new PortObjectSpec[outputTypes.size()];
        data = new NodeData(workspace, model, workspace.temporaryFolder().resolve("node_" + id));
    }

    /** The node that is running on this thread, also on the worker threads of a parallel cell factory. */
    public static Optional<NodeScope> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs something on this node's behalf: {@link #current()} gives this node meanwhile. */
    public <T> T call(Callable<T> task) throws Exception {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            return task.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** As {@link #call(Callable)}, for what throws nothing checked. */
    public <T> T as(Supplier<T> task) {
        try {
            return call(task::get);
        } catch (RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public NodeFactory<? extends NodeModel> factory() {
        return factory;
    }

    public NodeModel model() {
        return model;
    }

    public List<PortType> inputTypes() {
        return inputTypes;
    }

    public List<PortType> outputTypes() {
        return outputTypes;
    }

    /** Writes the model's parameters into the {@code model} part of settings.xml. */
    public void saveModelSettings(NodeSettingsWO settings) {
        Secrets.models().saveSettings(model, settings);
    }

    /** Writes the default view parameters into the {@code view} part of settings.xml. */
    public void saveDefaultViewSettings(NodeSettingsWO settings) {
        Secrets.models().saveDefaultViewSettings(model, settings);
    }

    /** Validates, then loads the {@code model} part of settings.xml, as KNIME does. */
    public void loadModelSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        Secrets.models().loadSettings(model, settings);
    }

    /** Validates the {@code view} part of settings.xml. */
    public void validateViewSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        Secrets.models().validateViewSettings(model, settings);
    }

    /** Writes what the factory keeps under {@code node_creation_config} (one group per port). */
    public void saveCreationConfiguration(NodeSettingsWO creation) {
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            configurable.createNodeCreationConfig().getPortConfig().ifPresent(ports -> ports.saveSettingsTo(creation));
        }
    }

    /**
     * Configures the model and checks what it says.
     *
     * @param inputs the specs at the inputs; null where a node upstream does not know its spec yet
     * @return the specs of the outputs, null where unknown; also found by {@link #outputSpec(int)} from now on
     * @throws InvalidSettingsException with the node's own sentence
     */
    public PortObjectSpec[] configure(PortObjectSpec... inputs) throws InvalidSettingsException {
        outputSpecs = new PortObjectSpec[outputTypes.size()];
        specWarning = Optional.empty();
        try {
            outputSpecs = call(() -> Secrets.models().configure(model, inputs));
        } catch (InvalidSettingsException | RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
        return outputSpecs.clone();
    }

    /**
     * Executes the model, checks its outputs as KNIME does, writes every output (and internal) table and port object out
     * in KNIME's form and reads it back: what {@link #output(int)} gives is what was read. After a failure or cancel
     * nothing of the node is left on disk.
     *
     * @throws CanceledExecutionException after {@link #cancel()}
     * @throws Exception whatever the node threw; {@link #message(Throwable)} has the sentence for the user
     */
    public void execute(ProgressListener listener, PortObject... inputs) throws Exception {
        data.begin();
        specWarning = Optional.empty();
        try {
            run.run(
                    listener,
                    progress -> call(() -> {
                        var context = Secrets.contexts().create(this, progress);
                        var made = Execution.of(this, inputs, context);
                        data.exchange(made, context.createSilentSubProgress(0));
                        return null;
                    }));
            var specs = PortFolders.specs(data.outputs());
            specWarning = Execution.compare(outputSpecs, specs);
            outputSpecs = specs;
        } finally {
            if (!data.isThere()) {
                Secrets.models().reset(model);
                data.discard();
            }
        }
    }

    /** Asks the running node to stop, from any thread. */
    public void cancel() {
        run.cancel();
    }

    /** The sentence that KNIME shows at a node which threw this. */
    public static Message message(Throwable failure) {
        return Execution.message(failure);
    }

    /** The warning of the last configure or execute. */
    public Optional<Message> warning() {
        return specWarning.or(() -> Optional.ofNullable(Secrets.models().warning(model)));
    }

    public boolean isExecuted() {
        return data.isThere();
    }

    /** @throws IllegalStateException if the node is not executed */
    public PortObject output(int port) {
        return data.outputs().get(port);
    }

    /** The spec of an output after configure or execute; null while unknown. */
    public PortObjectSpec outputSpec(int port) {
        return outputSpecs[port];
    }

    /** Resets the model and deletes the node's data from the temporary folder. */
    public void reset() throws IOException {
        Secrets.models().reset(model);
        data.discard();
    }

    /**
     * Saves the executed (or configured) node's data: folders port_N, internalTables and filestore beside its
     * settings.xml, and the entries {@code ports}, {@code internalObjects} and {@code filestores} of settings.xml, in
     * that order, which is KNIME's (they follow {@code isInactive}).
     */
    public void saveData(Path nodeFolder, NodeSettingsWO settings, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        data.save(outputTypes.size(), nodeFolder, settings, monitor);
    }

    /**
     * Loads what {@link #saveData} or KNIME saved; the node is executed afterwards if all its ports have data. Load
     * nodes in the order of their connections, since tables refer to tables upstream.
     */
    public void loadData(Path nodeFolder, NodeSettingsRO settings, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        if (data.load(outputTypes.size(), nodeFolder, settings, monitor)) {
            outputSpecs = PortFolders.specs(data.outputs());
        }
    }

    /** Where a running node's rows go. */
    ContainerWriter createWriter(DataTableSpec spec, DataContainerSettings settings, boolean withKeys) {
        return data.createWriter(spec, settings, withKeys);
    }

    int nextTableId() {
        return workspace.nextTableId();
    }

    void own(BufferedDataTable table) {
        data.own(table);
    }

    /** A file for a running node. */
    public FileStore createFileStore(String fileName) throws IOException {
        return data.createFileStore(fileName);
    }
}
