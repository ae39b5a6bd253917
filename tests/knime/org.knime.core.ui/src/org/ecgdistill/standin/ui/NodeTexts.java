package org.ecgdistill.standin.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * A node's description as the analyst reads it. Texts are plain (mark-up removed); the XML that KNIME makes is kept in
 * {@code xml}.
 */
public record NodeTexts(
        String name,
        String icon,
        String type,
        String shortDescription,
        String intro,
        List<Entry> options,
        List<Entry> inPorts,
        List<Entry> outPorts,
        List<Entry> views,
        List<String> keywords,
        List<Entry> links,
        Element xml) {

    /** A titled text: an option of the dialog, a port, a view or a link. */
    public record Entry(String title, String description) {}

    /** Reads KNIME's description of a node. */
    public static NodeTexts of(Element xml) {
        return new NodeTexts(
                only(xml, "name"),
                xml.getAttribute("icon"),
                xml.getAttribute("type"),
                only(xml, "shortDescription"),
                only(xml, "intro"),
                entries(xml, "option", "name"),
                entries(xml, "inPort", "name"),
                entries(xml, "outPort", "name"),
                entries(xml, "view", "name"),
                elements(xml, "keyword").stream().map(Element::getTextContent).toList(),
                entries(xml, "link", "href"),
                xml);
    }

    private static String only(Element xml, String element) {
        return plain(elements(xml, element).get(0));
    }

    private static List<Entry> entries(Element xml, String element, String titleAttribute) {
        return elements(xml, element).stream()
                .map(entry -> new Entry(entry.getAttribute(titleAttribute), plain(entry)))
                .toList();
    }

    private static String plain(Element element) {
        return element.getTextContent().strip();
    }

    private static List<Element> elements(Element xml, String name) {
        var found = xml.getElementsByTagName(name);
        return new ArrayList<>(IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList());
    }
}
