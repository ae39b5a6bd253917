package org.ecgdistill.standin.ui.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes a node's description in the form of KNIME's factory XML. */
final class DescriptionXml {

    private static final String NAMESPACE = "http://knime.org/node/v5.3";

    private final DocumentBuilder builder;
    private final Document document;

    private DescriptionXml() {
        try {
            builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        } catch (ParserConfigurationException ex) {
            throw new IllegalStateException("This Java has no XML parser.", ex);
        }
        builder.setErrorHandler(null);
        document = builder.newDocument();
    }

    /** Fails if a text is no well-formed XML, as KNIME does; the node is gone then. */
    static Element of(Declaration declaration) {
        return new DescriptionXml().node(declaration);
    }

    private Element node(Declaration declaration) {
        var node = document.createElementNS(NAMESPACE, "knimeNode");
        document.appendChild(node);
        node.setAttribute("icon", declaration.icon());
        node.setAttribute("type", declaration.typeOrDefault().toString());
        node.setAttribute("deprecated", "false");
        child(node, "name").setTextContent(declaration.name());
        text(child(node, "shortDescription"), declaration.shortDescription());
        var full = child(node, "fullDescription");
        text(child(full, "intro"), declaration.fullDescription());
        if (declaration.parameters() != null || declaration.viewParameters() != null) {
            var tab = child(full, "tab");
            tab.setAttribute("name", "Options");
            for (var option : Options.of(declaration.parameters(), declaration.viewParameters())) {
                entry(tab, "option", "name", option);
            }
        }
        declaration.links().forEach(link -> entry(full, "link", "href", link));
        var ports = child(node, "ports");
        ports(ports, "inPort", declaration.inPorts());
        ports(ports, "outPort", declaration.outPorts());
        if (declaration.viewDescription() != null) {
            var view = entry(
                    child(node, "views"), "view", "name", new Entry(declaration.name(), declaration.viewDescription()));
            view.setAttribute("index", "0");
        }
        if (!declaration.keywords().isEmpty()) {
            var keywords = child(node, "keywords");
            declaration.keywords().forEach(keyword -> child(keywords, "keyword").setTextContent(keyword));
        }
        return node;
    }

    private void ports(Element ports, String element, List<Entry> entries) {
        for (var i = 0; i < entries.size(); i++) {
            entry(ports, element, "name", entries.get(i)).setAttribute("index", Integer.toString(i));
        }
    }

    private Element entry(Element parent, String name, String attribute, Entry entry) {
        var element = child(parent, name);
        element.setAttribute(attribute, entry.title());
        text(element, entry.description());
        return element;
    }

    private Element child(Element parent, String name) {
        return (Element) parent.appendChild(document.createElementNS(NAMESPACE, name));
    }

    private void text(Element element, String fragment) {
        try {
            var parsed = builder.parse(new InputSource(
                    new StringReader("<fragment xmlns=\"" + NAMESPACE + "\">" + fragment + "</fragment>")));
            for (var node = parsed.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
                element.appendChild(document.importNode(node, true));
            }
        } catch (SAXException | IOException ex) {
            throw new IllegalStateException(
                    "This text of the node's description is no well-formed XML (write &amp; for & and &lt; for <): "
                            + fragment,
                    ex);
        }
    }
}
