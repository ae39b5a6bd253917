package org.knime.node;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.StandardDefaultModel;
import org.knime.node.parameters.NodeParameters;

/** A declared configure and execute as KNIME runs them. */
final class StandardDefaultModelToNodeModelAdapter extends NodeModel
        implements DefaultModelToNodeModelAdapter, PortObjectHolder {

    private final StandardDefaultModel m_model;
    private final PortType[] m_outputTypes;
    private final Class<? extends NodeParameters> m_viewParametersClass;
    private PortObjectSpec[] m_specs;
    private NodeParameters m_parameters;
    private PortObject[] m_internalObjects;

    StandardDefaultModelToNodeModelAdapter(
            StandardDefaultModel model,
            PortType[] inputTypes,
            PortType[] outputTypes,
            Class<? extends NodeParameters> viewParametersClass) {
        super(inputTypes, outputTypes);
        m_model = model;
        m_outputTypes = outputTypes;
        m_viewParametersClass = viewParametersClass;
    }

    @Override
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        m_specs = inSpecs;
        setInitialSettingsUsingSpecsIfNecessary(inSpecs);
        var outSpecs = new PortObjectSpec[m_outputTypes.length];
        m_model.m_configure.accept(configureInput(inSpecs), configureOutput(outSpecs));
        return outSpecs;
    }

    @Override
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        var outObjects = new PortObject[m_outputTypes.length];
        m_model.m_execute.accept(executeInput(inObjects, exec), executeOutput(outObjects));
        return outObjects;
    }

    private ConfigureInput configureInput(PortObjectSpec[] inSpecs) {
        return new ConfigureInput() {
            @Override
            @SuppressWarnings("unchecked") // the node asks for the class that it declared
            public <S extends NodeParameters> S getParameters() {
                return (S) m_parameters;
            }

            @Override
            public PortObjectSpec[] getInPortSpecs() {
                return inSpecs;
            }

            @Override
            @SuppressWarnings("unchecked") // the node knows the type of its port
            public <S extends PortObjectSpec> S getInPortSpec(int index) {
                return (S) inSpecs[index];
            }

            @Override
            public DataTableSpec[] getInTableSpecs() {
                return Stream.of(inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
            }

            @Override
            public DataTableSpec getInTableSpec(int portIndex) {
                return (DataTableSpec) inSpecs[portIndex];
            }

            @Override
            public PortType[] getOutPortTypes() {
                return m_outputTypes;
            }
        };
    }

    private ConfigureOutput configureOutput(PortObjectSpec[] outSpecs) {
        return new ConfigureOutput() {
            @Override
            public <S extends PortObjectSpec> void setOutSpec(int index, S spec) {
                outSpecs[index] = spec;
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <S extends PortObjectSpec> void setOutSpecs(S... specs) {
                System.arraycopy(specs, 0, outSpecs, 0, specs.length);
            }

            @Override
            public void setWarningMessage(String message) {
                StandardDefaultModelToNodeModelAdapter.this.setWarningMessage(message);
            }
        };
    }

    private ExecuteInput executeInput(PortObject[] inObjects, ExecutionContext exec) {
        return new ExecuteInput() {
            @Override
            @SuppressWarnings("unchecked") // the node asks for the class that it declared
            public <S extends NodeParameters> S getParameters() {
                return (S) m_parameters;
            }

            @Override
            public ExecutionContext getExecutionContext() {
                return exec;
            }

            @Override
            public PortObject[] getInPortObjects() {
                return inObjects;
            }

            @Override
            @SuppressWarnings("unchecked") // the node knows the type of its port
            public <D extends PortObject> D getInPortObject(int portIndex) {
                return (D) inObjects[portIndex];
            }

            @Override
            public BufferedDataTable[] getInTables() {
                return Stream.of(inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
            }

            @Override
            public BufferedDataTable getInTable(int portIndex) {
                return (BufferedDataTable) inObjects[portIndex];
            }

            @Override
            public PortType[] getOutPortTypes() {
                return m_outputTypes;
            }
        };
    }

    private ExecuteOutput executeOutput(PortObject[] outObjects) {
        return new ExecuteOutput() {
            @Override
            public <D extends PortObject> void setOutData(int index, D data) {
                outObjects[index] = data;
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <D extends PortObject> void setOutData(D... data) {
                System.arraycopy(data, 0, outObjects, 0, data.length);
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <D extends PortObject> void setInternalData(D... data) {
                setInternalPortObjects(data);
            }

            @Override
            public void setWarningMessage(String message) {
                StandardDefaultModelToNodeModelAdapter.this.setWarningMessage(message);
            }
        };
    }

    @Override
    protected void reset() {
        m_internalObjects = null;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internalObjects;
    }

    @Override
    public void setInternalPortObjects(PortObject[] portObjects) {
        m_internalObjects = portObjects;
    }

    @Override
    public Optional<Class<? extends NodeParameters>> getModelParametersClass() {
        return m_model.getParametersClass();
    }

    @Override
    public Optional<Class<? extends NodeParameters>> getViewParametersClass() {
        return Optional.ofNullable(m_viewParametersClass);
    }

    @Override
    public Optional<PortObjectSpec[]> getSpecs() {
        return Optional.ofNullable(m_specs);
    }

    @Override
    public NodeParameters getModelParameters() {
        return m_parameters;
    }

    @Override
    public void setModelParameters(NodeParameters modelParameters) {
        m_parameters = modelParameters;
    }

    @Override
    protected void saveSettingsTo(NodeSettingsWO settings) {
        defaultSaveSettingsTo(settings);
    }

    @Override
    protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        defaultValidateSettings(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
        defaultLoadValidatedSettingsFrom(settings);
    }

    @Override
    protected void validateViewSettings(NodeSettingsRO viewSettings) throws InvalidSettingsException {
        defaultValidateViewSettings(viewSettings);
    }

    @Override
    protected void saveDefaultViewSettingsTo(NodeSettingsWO viewSettings) {
        defaultSaveDefaultViewSettingsTo(viewSettings);
    }

    @Override
    protected void loadInternals(File nodeInternDir, ExecutionMonitor exec) {
        // the internal port objects are KNIME's business
    }

    @Override
    protected void saveInternals(File nodeInternDir, ExecutionMonitor exec) {
        // the internal port objects are KNIME's business
    }
}
