package org.knime.core.node;

import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** The texts of a node. */
public abstract class NodeDescription {

    public abstract String getNodeName();

    public abstract NodeType getType();

    public abstract String getIconPath();

    public abstract String getInportName(int index);

    public abstract String getInportDescription(int index);

    public abstract String getOutportName(int index);

    public abstract String getOutportDescription(int index);

    public abstract int getViewCount();

    public abstract String getViewName(int index);

    public abstract String getViewDescription(int index);

    public abstract String getInteractiveViewName();

    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    public Optional<String> getIntro() {
        return Optional.empty();
    }

    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    public String[] getKeywords() {
        return new String[0];
    }

    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    /** All of it. */
    public abstract Element getXMLDescription();

    public static DocumentBuilderFactory getDocumentBuilderFactory() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (ParserConfigurationException ex) {
            throw new IllegalStateException("The platform's XML parser knows no secure processing.", ex);
        }
        return factory;
    }
}
