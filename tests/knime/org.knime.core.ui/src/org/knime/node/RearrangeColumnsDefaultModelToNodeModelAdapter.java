package org.knime.node;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.streamable.simple.SimpleStreamableFunctionNodeModel;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultModel.RearrangeColumnsDefaultModel;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.parameters.NodeParameters;

/** A declared rearranging of columns as KNIME runs it. */
final class RearrangeColumnsDefaultModelToNodeModelAdapter extends SimpleStreamableFunctionNodeModel
        implements DefaultModelToNodeModelAdapter {

    private final RearrangeColumnsDefaultModel m_model;
    private final Class<? extends NodeParameters> m_viewParametersClass;
    private PortObjectSpec[] m_specs;
    private NodeParameters m_parameters;

    RearrangeColumnsDefaultModelToNodeModelAdapter(
            RearrangeColumnsDefaultModel model, Class<? extends NodeParameters> viewParametersClass) {
        m_model = model;
        m_viewParametersClass = viewParametersClass;
    }

    @Override
    protected ColumnRearranger createColumnRearranger(DataTableSpec spec) throws InvalidSettingsException {
        var parameters = setInitialSettingsUsingSpecsIfNecessary(new PortObjectSpec[] {spec});
        m_specs = new PortObjectSpec[] {spec};
        var input = new RearrangeColumnsInput() {
            @Override
            @SuppressWarnings("unchecked") // the node asks for the class that it declared
            public <S extends NodeParameters> S getParameters() {
                return (S) parameters;
            }

            @Override
            public DataTableSpec getDataTableSpec() {
                return spec;
            }
        };
        var result = new AtomicReference<ColumnRearranger>();
        m_model.m_rearrange.accept(
                input,
                rearranger ->
                        result.set(CheckUtils.checkArgumentNotNull(rearranger, "Column rearranger must not be null.")));
        if (result.get() == null) {
            throw new InvalidSettingsException("No column rearranger has been set.");
        }
        return result.get();
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
        // there are none
    }

    @Override
    protected void saveInternals(File nodeInternDir, ExecutionMonitor exec) {
        // there are none
    }
}
