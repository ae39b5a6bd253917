package org.knime.core.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import org.ecgdistill.standin.Secrets;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Makes the parts of a node: model, dialog, view, texts. Found by its class name, which a workflow stores. */
public abstract class NodeFactory<T extends NodeModel> {

    static {
        Secrets.register(Secrets.Factories.class, NodeFactory::createModel);
    }

    private NodeDescription description;
    private final boolean isLazilyInitialized;

    protected NodeFactory() {
        this(false);
    }

    /** @param lazyInitialization whether {@link #init()} is left to the subclass */
    protected NodeFactory(boolean lazyInitialization) {
        isLazilyInitialized = lazyInitialization;
        if (!lazyInitialization) {
            init();
        }
    }

    private static NodeModel createModel(NodeFactory<?> factory) {
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            return configurable.createNodeModel(configurable.createNodeCreationConfig());
        }
        return factory.createNodeModel();
    }

    /** Reads the texts; once. */
    public synchronized void init() {
        if (description == null) {
            try {
                description = createNodeDescription();
            } catch (SAXException ex) {
                throw new IllegalStateException(
                        "The description of " + getClass().getName() + " is broken.", ex);
            } catch (IOException ex) {
                throw new UncheckedIOException(
                        "The description of " + getClass().getName() + " is not there.", ex);
            }
        }
    }

    protected NodeDescription createNodeDescription() throws SAXException, IOException {
        throw new UnsupportedOperationException("NodeFactory.createNodeDescription: a description from an XML file");
    }

    public final boolean isLazilyInitialized() {
        return isLazilyInitialized;
    }

    public Element getXMLDescription() {
        return description.getXMLDescription();
    }

    public final String getNodeName() {
        return description.getNodeName();
    }

    public String getInportName(int index) {
        return Objects.requireNonNullElse(description.getInportName(index), "No name available");
    }

    public String getOutportName(int index) {
        return Objects.requireNonNullElse(description.getOutportName(index), "No name available");
    }

    public final String getInportDescription(int index) {
        return Objects.requireNonNullElse(description.getInportDescription(index), "No description available");
    }

    public final String getOutportDescription(int index) {
        return Objects.requireNonNullElse(description.getOutportDescription(index), "No description available");
    }

    public final String[] getKeywords() {
        return description.getKeywords();
    }

    public NodeType getType() {
        return description.getType();
    }

    public String getInteractiveViewName() {
        return description.getInteractiveViewName();
    }

    /** The icon beside the factory's class; null if it is not there. */
    public URL getIcon() {
        var path = description.getIconPath();
        return path == null ? null : getClass().getResource(path);
    }

    /** @param config the factory's own part of the settings */
    public void loadAdditionalFactorySettings(ConfigRO config) throws InvalidSettingsException {
        init();
    }

    /** @param config the factory's own part of the settings */
    public void saveAdditionalFactorySettings(ConfigWO config) {
        // nothing of its own
    }

    public abstract T createNodeModel();

    protected T createNodeModel(NodeCreationContext context) {
        return createNodeModel();
    }

    protected T createNodeModel(NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    protected abstract int getNrNodeViews();

    public abstract NodeView<T> createNodeView(int viewIndex, T nodeModel);

    public AbstractNodeView<T> createAbstractNodeView(int viewIndex, T nodeModel) {
        return createNodeView(viewIndex, nodeModel);
    }

    protected abstract boolean hasDialog();

    protected abstract NodeDialogPane createNodeDialogPane();

    protected NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig) {
        return createNodeDialogPane();
    }

    /** What kind of node it is; decides on its colour. */
    public enum NodeType {
        Source,
        Sink,
        Learner,
        Predictor,
        Manipulator,
        Visualizer,
        Widget,
        Meta,
        LoopStart,
        LoopEnd,
        ScopeStart,
        ScopeEnd,
        QuickForm,
        Configuration,
        Other,
        Missing,
        Unknown,
        Subnode,
        VirtualIn,
        VirtualOut,
        Container
    }
}
