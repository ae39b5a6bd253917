package org.ecgdistill.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A node's settings.xml as lines, one for each parameter: its path, its type and its value. */
final class SettingsFile {
    private final Element root;

    private SettingsFile(Element root) {
        this.root = root;
    }

    static SettingsFile read(Path file) throws IOException {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return new SettingsFile(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException ex) {
            throw new IOException(file + " is not read: " + ex.getMessage(), ex);
        }
    }

    /** The value of an entry directly below the root. */
    String value(String key) {
        return children(root).stream()
                .filter(child -> child.getAttribute("key").equals(key))
                .map(child -> child.getAttribute("value"))
                .findFirst()
                .orElseThrow();
    }

    /** What the analyst sets in the node and in its view. */
    List<String> parameters() {
        var lines = new ArrayList<String>();
        for (var child : children(root)) {
            var key = child.getAttribute("key");
            if (key.equals("model") || key.equals("view")) {
                addLines(child, key, lines);
            }
        }
        return lines;
    }

    private static void addLines(Element group, String path, List<String> lines) {
        for (var child : children(group)) {
            var place = path + "/" + child.getAttribute("key");
            if (child.getTagName().equals("config")) {
                if (children(child).isEmpty()) {
                    lines.add(place + " (empty)");
                }
                addLines(child, place, lines);
            } else {
                var value = child.getAttribute("isnull").equals("true")
                        ? "nothing"
                        : '"' + child.getAttribute("value") + '"';
                lines.add(place + " " + child.getAttribute("type") + " " + value);
            }
        }
    }

    private static List<Element> children(Element parent) {
        var elements = new ArrayList<Element>();
        NodeList nodes = parent.getChildNodes();
        for (var i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
