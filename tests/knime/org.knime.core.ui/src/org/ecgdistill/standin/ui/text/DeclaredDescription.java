package org.ecgdistill.standin.ui.text;

import java.util.Optional;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** The description of a node that is declared in Java. */
public final class DeclaredDescription extends NodeDescription {

    private final Declaration declaration;
    private final Element xml;

    public DeclaredDescription(Declaration declaration) {
        this.declaration = declaration;
        xml = DescriptionXml.of(declaration);
    }

    @Override
    public Element getXMLDescription() {
        return xml;
    }

    @Override
    public String getNodeName() {
        return declaration.name();
    }

    @Override
    public String getIconPath() {
        return declaration.icon();
    }

    @Override
    public NodeType getType() {
        return declaration.typeOrDefault();
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public String getInportName(int index) {
        return declaration.inPorts().get(index).title();
    }

    @Override
    public String getInportDescription(int index) {
        return declaration.inPorts().get(index).description();
    }

    @Override
    public String getOutportName(int index) {
        return declaration.outPorts().get(index).title();
    }

    @Override
    public String getOutportDescription(int index) {
        return declaration.outPorts().get(index).description();
    }

    @Override
    public int getViewCount() {
        return declaration.viewDescription() == null ? 0 : 1;
    }

    @Override
    public String getViewName(int index) {
        return view(index).map(text -> declaration.name()).orElse(null);
    }

    @Override
    public String getViewDescription(int index) {
        return view(index).orElse(null);
    }

    private Optional<String> view(int index) {
        return index == 0 ? Optional.ofNullable(declaration.viewDescription()) : Optional.empty();
    }
}
