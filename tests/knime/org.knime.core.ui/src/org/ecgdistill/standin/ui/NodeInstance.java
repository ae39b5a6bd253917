package org.ecgdistill.standin.ui;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.view.NodeView;
import org.knime.node.DefaultNodeFactory;

/**
 * What {@code org.knime.core.ui} adds to a node of a workflow: its texts and its view. The model's parameters, configure
 * and execute are the business of {@code org.ecgdistill.standin.NodeScope}.
 */
public final class NodeInstance {

    private final NodeFactory<? extends NodeModel> factory;
    private final NodeView view;

    private NodeInstance(NodeFactory<? extends NodeModel> factory, NodeView view) {
        this.factory = factory;
        this.view = view;
    }

    /** Each node of a workflow has its own factory object, which has made the model. */
    public static NodeInstance of(NodeFactory<? extends NodeModel> factory, NodeModel model) {
        return new NodeInstance(factory, viewOf(factory, model));
    }

    private static NodeView viewOf(NodeFactory<? extends NodeModel> factory, NodeModel model) {
        return factory instanceof DefaultNodeFactory declared && declared.hasNodeView()
                ? declared.createNodeView(model)
                : null;
    }

    /** The node's texts, read from the XML that KNIME makes of the declaration. */
    public NodeTexts texts() {
        return NodeTexts.of(factory.getXMLDescription());
    }

    /** The node's view; its data come from the model's internal port objects. */
    public Optional<ViewPage> view() {
        return Optional.ofNullable(view).map(ViewPage::new);
    }

    /**
     * Validates and loads what stands under {@code view} in settings.xml, before the view is shown.
     *
     * @return empty if all is well, else what is wrong
     */
    public Optional<String> loadViewSettings(NodeSettingsRO settings) {
        try {
            if (view != null) {
                view.validateSettings(settings);
                view.loadValidatedSettingsFrom(settings);
            }
            return Optional.empty();
        } catch (InvalidSettingsException ex) {
            return Optional.of(ex.getMessage());
        }
    }
}
