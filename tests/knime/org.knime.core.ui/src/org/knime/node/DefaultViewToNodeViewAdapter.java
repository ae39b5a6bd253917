package org.knime.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** A declared view as KNIME asks for it. */
final class DefaultViewToNodeViewAdapter implements NodeView {

    private final DefaultView m_view;
    private final ViewInput m_input;
    private NodeParameters m_parameters;

    DefaultViewToNodeViewAdapter(DefaultView view, Supplier<PortObjectHolder> internalObjects) {
        m_view = view;
        m_input = new ViewInput() {
            @Override
            @SuppressWarnings("unchecked") // the node asks for the class that it declared
            public <S extends NodeParameters> S getParameters() {
                return (S) m_parameters;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return internalObjects.get().getInternalPortObjects();
            }
        };
    }

    @Override
    public Page getPage() {
        return m_view.m_page;
    }

    @Override
    @SuppressWarnings("unchecked") // KNIME's own signature leaves the type of the data open
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
        return m_view.initialData(m_input).map(service -> (InitialDataService<D>) service);
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return m_view.dataService(m_input);
    }

    @Override
    public void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
        var parametersClass = m_view.getParametersClass().orElse(null);
        if (parametersClass != null) {
            NodeParametersUtil.loadSettings(settings, parametersClass).validate();
        }
    }

    @Override
    public void loadValidatedSettingsFrom(NodeSettingsRO settings) {
        var parametersClass = m_view.getParametersClass().orElse(null);
        if (parametersClass != null) {
            try {
                m_parameters = NodeParametersUtil.loadSettings(settings, parametersClass);
            } catch (InvalidSettingsException ex) {
                throw new IllegalStateException("The view's settings were not validated.", ex);
            }
        }
    }
}
