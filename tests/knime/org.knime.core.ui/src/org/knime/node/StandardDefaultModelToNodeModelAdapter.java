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
            final StandardDefaultModel model,
            final PortType[] inputTypes,
            final PortType[] outputTypes,
            final Class<? extends NodeParameters> viewParametersClass) {
        super(inputTypes, outputTypes);
        m_model = model;
        m_outputTypes = outputTypes;
        m_viewParametersClass = viewParametersClass;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        m_specs = inSpecs;
        setInitialSettingsUsingSpecsIfNecessary(inSpecs);
        var outSpecs = new PortObjectSpec[m_outputTypes.length];
        m_model.m_configure.accept(configureInput(inSpecs), configureOutput(outSpecs));
        return outSpecs;
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        var outObjects = new PortObject[m_outputTypes.length];
        m_model.m_execute.accept(executeInput(inObjects, exec), executeOutput(outObjects));
        return outObjects;
    }

    private ConfigureInput configureInput(final PortObjectSpec[] inSpecs) {
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
            public <S extends PortObjectSpec> S getInPortSpec(final int index) {
                return (S) inSpecs[index];
            }

            @Override
            public DataTableSpec[] getInTableSpecs() {
                return Stream.of(inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
            }

            @Override
            public DataTableSpec getInTableSpec(final int portIndex) {
                return (DataTableSpec) inSpecs[portIndex];
            }

            @Override
            public PortType[] getOutPortTypes() {
                return m_outputTypes;
            }
        };
    }

    private ConfigureOutput configureOutput(final PortObjectSpec[] outSpecs) {
        return new ConfigureOutput() {
            @Override
            public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
                outSpecs[index] = spec;
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
                System.arraycopy(specs, 0, outSpecs, 0, specs.length);
            }

            @Override
            public void setWarningMessage(final String message) {
                StandardDefaultModelToNodeModelAdapter.this.setWarningMessage(message);
            }
        };
    }

    private ExecuteInput executeInput(final PortObject[] inObjects, final ExecutionContext exec) {
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
            public <D extends PortObject> D getInPortObject(final int portIndex) {
                return (D) inObjects[portIndex];
            }

            @Override
            public BufferedDataTable[] getInTables() {
                return Stream.of(inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
            }

            @Override
            public BufferedDataTable getInTable(final int portIndex) {
                return (BufferedDataTable) inObjects[portIndex];
            }

            @Override
            public PortType[] getOutPortTypes() {
                return m_outputTypes;
            }
        };
    }

    private ExecuteOutput executeOutput(final PortObject[] outObjects) {
        return new ExecuteOutput() {
            @Override
            public <D extends PortObject> void setOutData(final int index, final D data) {
                outObjects[index] = data;
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <D extends PortObject> void setOutData(final D... data) {
                System.arraycopy(data, 0, outObjects, 0, data.length);
            }

            @Override
            @SuppressWarnings("unchecked") // the array is only read
            public <D extends PortObject> void setInternalData(final D... data) {
                setInternalPortObjects(data);
            }

            @Override
            public void setWarningMessage(final String message) {
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
    public void setInternalPortObjects(final PortObject[] portObjects) {
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
    public void setModelParameters(final NodeParameters modelParameters) {
        m_parameters = modelParameters;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        defaultSaveSettingsTo(settings);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        defaultValidateSettings(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        defaultLoadValidatedSettingsFrom(settings);
    }

    @Override
    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        defaultValidateViewSettings(viewSettings);
    }

    @Override
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        defaultSaveDefaultViewSettingsTo(viewSettings);
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // the internal port objects are KNIME's business
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // the internal port objects are KNIME's business
    }
}
