package org.knime.node;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.ecgdistill.standin.ui.PortDeclaration;
import org.ecgdistill.standin.ui.text.Declaration;
import org.ecgdistill.standin.ui.text.DeclaredDescription;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.DefaultModel.RearrangeColumnsDefaultModel;
import org.knime.node.DefaultModel.StandardDefaultModel;
import org.knime.node.parameters.NodeParameters;

/** The factory of a node that is declared in Java. A workflow has one factory object per node. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
        implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    private final DefaultNode m_node;
    private PortObjectHolder m_internalObjects;

    protected DefaultNodeFactory(DefaultNode node) {
        super(true);
        m_node = node;
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() {
        var view = m_node.getView();
        return new DeclaredDescription(new Declaration(
                m_node.m_name,
                m_node.m_icon,
                m_node.m_nodeType,
                m_node.m_shortDescription,
                m_node.m_fullDescription,
                m_node.m_model.getParametersClass().orElse(null),
                portTexts(true),
                portTexts(false),
                view.map(declared -> declared.m_description).orElse(null),
                viewParametersClass().orElse(null),
                List.copyOf(m_node.m_links),
                List.copyOf(m_node.m_keywords)));
    }

    private List<Entry> portTexts(boolean inputs) {
        return m_node.m_ports.stream()
                .filter(port -> port.input() == inputs)
                .map(port -> new Entry(port.name(), port.description()))
                .toList();
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        if (m_node.m_ports.isEmpty()) {
            return Optional.empty();
        }
        var builder = new PortsConfigurationBuilder();
        for (var port : m_node.m_ports) {
            addTo(builder, port);
        }
        return Optional.of(builder);
    }

    private static void addTo(PortsConfigurationBuilder builder, PortDeclaration port) {
        if (port.input()) {
            builder.addFixedInputPortGroup(port.name(), port.type());
        } else {
            builder.addFixedOutputPortGroup(port.name(), port.type());
        }
    }

    @Override
    protected final NodeModel createNodeModel(NodeCreationConfiguration creationConfig) {
        var ports = creationConfig.getPortConfig().orElse(null);
        var inputs = ports == null ? new PortType[0] : ports.getInputPorts();
        var outputs = ports == null ? new PortType[0] : ports.getOutputPorts();
        var viewParameters = viewParametersClass().orElse(null);
        if (m_node.m_model instanceof StandardDefaultModel standard) {
            var model = new StandardDefaultModelToNodeModelAdapter(standard, inputs, outputs, viewParameters);
            m_internalObjects = model;
            return model;
        }
        if (inputs.length != 1
                || outputs.length != 1
                || !BufferedDataTable.TYPE.equals(inputs[0])
                || !BufferedDataTable.TYPE.equals(outputs[0])) {
            throw new IllegalStateException(
                    "A node that rearranges columns must have exactly one input and one output table.");
        }
        m_internalObjects = noInternalObjects();
        return new RearrangeColumnsDefaultModelToNodeModelAdapter(
                (RearrangeColumnsDefaultModel) m_node.m_model, viewParameters);
    }

    private static PortObjectHolder noInternalObjects() {
        return new PortObjectHolder() {
            @Override
            public PortObject[] getInternalPortObjects() {
                throw new IllegalStateException("A node that rearranges columns has no internal port objects.");
            }

            @Override
            public void setInternalPortObjects(PortObject[] portObjects) {
                // there are none
            }
        };
    }

    private Optional<Class<? extends NodeParameters>> viewParametersClass() {
        return m_node.getView().flatMap(DefaultView::getParametersClass);
    }

    public final boolean hasNodeView() {
        return m_node.getView().isPresent();
    }

    @Override
    public final NodeView createNodeView(NodeModel nodeModel) {
        var view = m_node.getView().orElseThrow(IllegalStateException::new);
        return new DefaultViewToNodeViewAdapter(view, () -> m_internalObjects);
    }

    @Override
    public boolean hasNodeDialog() {
        return m_node.m_model.getParametersClass().isPresent()
                || viewParametersClass().isPresent();
    }

    @Override
    public final NodeDialog createNodeDialog() {
        throw new UnsupportedOperationException("DefaultNodeFactory.createNodeDialog");
    }

    @Override
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig) {
        return null;
    }

    @Override
    protected final int getNrNodeViews() {
        return hasNodeView() ? 1 : 0;
    }

    @Override
    public final org.knime.core.node.NodeView<NodeModel> createNodeView(int viewIndex, NodeModel nodeModel) {
        return null;
    }
}
