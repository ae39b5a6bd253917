package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.ecgdistill.standin.ui.PortDeclaration;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.PortsAdder;

/** A node's declaration. */
public final class DefaultNode implements FluentNodeAPI {

    final String m_name;
    final String m_icon;
    final String m_shortDescription;
    final String m_fullDescription;
    final List<PortDeclaration> m_ports;
    final DefaultModel m_model;
    final List<Entry> m_links = new ArrayList<>();
    final List<String> m_keywords = new ArrayList<>();
    private DefaultView m_view;
    NodeType m_nodeType;

    private DefaultNode(
            String name,
            String icon,
            String shortDescription,
            String fullDescription,
            Consumer<PortsAdder> ports,
            DefaultModel model) {
        m_name = name;
        m_icon = icon;
        m_shortDescription = shortDescription;
        m_fullDescription = fullDescription;
        m_ports = PortDeclaration.of(ports);
        m_model = model;
    }

    public static RequireName create() {
        return name -> icon ->
                shortDescription -> fullDescription -> (major, minor, revision) -> ports -> model -> new DefaultNode(
                        name, icon, shortDescription, fullDescription, ports, model.apply(DefaultModel.create()));
    }

    Optional<DefaultView> getView() {
        return Optional.ofNullable(m_view);
    }

    public DefaultNode addView(Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("Multiple views per node are not supported yet.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    public DefaultNode nodeType(NodeType nodeType) {
        CheckUtils.checkState(m_nodeType == null, "The node type has been set before.");
        m_nodeType = nodeType;
        return this;
    }

    public DefaultNode keywords(String... keywords) {
        CheckUtils.checkState(m_keywords.isEmpty(), "The keywords have been set before.");
        m_keywords.addAll(checkedKeywords(keywords));
        return this;
    }

    private static List<String> checkedKeywords(String... keywords) {
        CheckUtils.checkArgumentNotNull(keywords);
        for (var keyword : keywords) {
            CheckUtils.checkArgument(keyword != null, "A keyword must not be null.");
        }
        return List.of(keywords);
    }

    public DefaultNode addExternalResource(String href, String description) {
        m_links.add(new Entry(CheckUtils.checkArgumentNotNull(href), CheckUtils.checkArgumentNotNull(description)));
        return this;
    }

    /** Step of the declaration. */
    public interface RequireName {
        RequireIcon name(String name);
    }

    /** Step of the declaration: a file beside the factory. */
    public interface RequireIcon {
        RequireShortDescription icon(String icon);
    }

    /** Step of the declaration: a sentence, well-formed XML. */
    public interface RequireShortDescription {
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Step of the declaration: a text, well-formed XML. */
    public interface RequireFullDescription {
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Step of the declaration: the version that had the node first. */
    public interface RequireSinceVersion {
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Step of the declaration: what the node does. */
    public interface RequireModel {
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
