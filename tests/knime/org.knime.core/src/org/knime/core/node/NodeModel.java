package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ecgdistill.standin.Secrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** The work of a node. */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    static {
        Secrets.register(Secrets.Models.class, new Secrets.Models() {
            @Override
            public List<PortType> inPortTypes(NodeModel model) {
                return model.inPortTypes;
            }

            @Override
            public List<PortType> outPortTypes(NodeModel model) {
                return model.outPortTypes;
            }

            @Override
            public void saveSettings(NodeModel model, NodeSettingsWO settings) {
                model.saveSettingsTo(settings);
            }

            @Override
            public void saveDefaultViewSettings(NodeModel model, NodeSettingsWO settings) {
                model.saveDefaultViewSettingsTo(settings);
            }

            @Override
            public void loadSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException {
                model.validateSettings(settings);
                model.loadValidatedSettingsFrom(settings);
            }

            @Override
            public void validateViewSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException {
                model.validateViewSettings(settings);
            }

            @Override
            public PortObjectSpec[] configure(NodeModel model, PortObjectSpec[] inputs)
                    throws InvalidSettingsException {
                return model.configureModel(inputs);
            }

            @Override
            public PortObject[] execute(NodeModel model, PortObject[] inputs, ExecutionContext context)
                    throws Exception {
                return model.executeModel(inputs, context);
            }

            @Override
            public Message warning(NodeModel model) {
                return model.warning;
            }

            @Override
            public void reset(NodeModel model) {
                model.resetModel();
            }

            @Override
            public void dispose(NodeModel model) {
                model.onDispose();
            }
        });
    }

    private final List<PortType> inPortTypes;
    private final List<PortType> outPortTypes;
    private final NodeLogger logger = NodeLogger.getLogger(getClass());
    private Message warning;

    /** A model with tables only. */
    protected NodeModel(int nrInDataPorts, int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    protected NodeModel(PortType[] inPortTypes, PortType[] outPortTypes) {
        this.inPortTypes = inPortTypes == null ? List.of() : List.of(inPortTypes);
        this.outPortTypes = outPortTypes == null ? List.of() : List.of(outPortTypes);
    }

    private static PortType[] tables(int count) {
        var types = new PortType[count];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    protected final int getNrInPorts() {
        return inPortTypes.size();
    }

    protected final int getNrOutPorts() {
        return outPortTypes.size();
    }

    protected final PortType getInPortType(int index) {
        return inPortTypes.get(index);
    }

    protected final PortType getOutPortType(int index) {
        return outPortTypes.get(index);
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** @param viewSettings the view's part of the settings; nothing is checked unless overridden */
    protected void validateViewSettings(NodeSettingsRO viewSettings) throws InvalidSettingsException {
        // nothing to check
    }

    /** @param viewSettings the view's part of the settings; nothing is saved unless overridden */
    protected void saveDefaultViewSettingsTo(NodeSettingsWO viewSettings) {
        // nothing to save
    }

    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    protected abstract void reset();

    /** The node leaves the workflow. */
    protected void onDispose() {
        // nothing to dispose
    }

    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        var tables = new DataTableSpec[inSpecs.length];
        for (var i = 0; i < tables.length; i++) {
            if (inSpecs[i] != null && !(inSpecs[i] instanceof DataTableSpec)) {
                throw new InvalidSettingsException("Input Port " + i + " does not hold data table specs.");
            }
            tables[i] = (DataTableSpec) inSpecs[i];
        }
        return configure(tables);
    }

    /** For models with tables only. */
    protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
    }

    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        return execute(Arrays.copyOf(inObjects, inObjects.length, BufferedDataTable[].class), exec);
    }

    /** For models with tables only. */
    protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec) throws Exception {
        throw new IOException("NodeModel.execute() implementation missing!");
    }

    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    /** @param warningMessage null for none */
    protected final void setWarningMessage(String warningMessage) {
        setWarning(Message.builder().withSummary(warningMessage).build().orElse(null));
    }

    protected final String getWarningMessage() {
        return warning == null ? null : warning.getSummary();
    }

    /** @param message null for none */
    protected final void setWarning(Message message) {
        warning = message;
    }

    protected final Message getWarning() {
        return warning;
    }

    protected final NodeLogger getLogger() {
        return logger;
    }

    final PortObjectSpec[] configureModel(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        setWarningMessage(null);
        var specs = inSpecs.clone();
        for (var i = 0; i < specs.length; i++) {
            var type = inPortTypes.get(i);
            if (specs[i] == null && type.equals(BufferedDataTable.TYPE) && !type.isOptional()) {
                specs[i] = new DataTableSpec();
            }
            if (!type.acceptsPortObjectSpec(specs[i])) {
                throw new InvalidSettingsException("Incompatible port spec"
                        + (specs.length > 1 ? " at port " + i : "") + ", expected: "
                        + type.getPortObjectSpecClass().getSimpleName() + ", actual: "
                        + specs[i].getClass().getSimpleName());
            }
        }
        var out = configure(specs);
        return out == null || out.length != getNrOutPorts() ? new PortObjectSpec[getNrOutPorts()] : out;
    }

    final PortObject[] executeModel(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        setWarningMessage(null);
        for (var i = 0; i < inObjects.length; i++) {
            var type = inPortTypes.get(i);
            if (!(type.isOptional() && inObjects[i] == null)
                    && !type.getPortObjectClass().isInstance(inObjects[i])) {
                throw new IllegalStateException("Connection Error: Mismatch of input port types (port " + i + ").");
            }
        }
        var out = Objects.requireNonNullElseGet(execute(inObjects, exec), () -> new PortObject[getNrOutPorts()]);
        exec.checkCanceled();
        checkOutputs(out);
        return out;
    }

    private void checkOutputs(PortObject[] out) {
        if (out.length != getNrOutPorts()) {
            throw new IllegalStateException("Invalid result. Execution failed. Reason: Incorrect implementation; the "
                    + "execute method in \"" + getClass().getSimpleName()
                    + "\" returned null or an incorrect number of output tables.");
        }
        var tables = 0;
        var rows = 0L;
        for (var i = 0; i < out.length; i++) {
            if (out[i] == null) {
                throw new IllegalStateException(
                        "Invalid result. Execution failed, reason: data at output " + i + " is null.");
            }
            if (out[i] instanceof BufferedDataTable table) {
                tables++;
                rows += table.size();
            }
        }
        if (warning == null && tables > 0 && rows == 0) {
            setWarningMessage(
                    tables == 1
                            ? "Node created an empty data table."
                            : "Node created empty data tables on all out-ports.");
        }
    }

    final void resetModel() {
        setWarningMessage(null);
        reset();
    }
}
