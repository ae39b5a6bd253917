package org.knime.core.node.config.base;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.knime.core.util.XMLUtils;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a tree of settings from the elements of a file. */
class XMLContentHandler extends DefaultHandler {

    private final Deque<ConfigBase> path = new ArrayDeque<>();
    private final ConfigBase root;

    XMLContentHandler(ConfigBase root) {
        this.root = root;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        var key = attributes.getValue("key");
        if ("config".equals(qName)) {
            if (path.isEmpty()) {
                root.setKey(key);
                path.push(root);
            } else {
                path.push(path.element().addConfigBase(key));
            }
        } else if ("entry".equals(qName) && !path.isEmpty()) {
            path.element().addEntry(entry(key, attributes));
        } else {
            throw new SAXException("\"" + qName + "\" is not a valid tag name.");
        }
    }

    private static AbstractConfigEntry entry(String key, Attributes attributes) throws SAXException {
        var type = attributes.getValue("type");
        var isNull = "true".equals(attributes.getValue("isnull"));
        try {
            var value = isNull ? null : XMLUtils.unescape(attributes.getValue("value"));
            return ConfigEntries.valueOf(type).createEntry(key, value);
        } catch (IllegalArgumentException ex) {
            throw new SAXException("Invalid type ('" + type + "') or value for key '" + key + "' in XML file.", ex);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if ("config".equals(qName)) {
            path.pop();
        }
    }

    /** Document types are not followed. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw at(e);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw at(e);
    }

    private static SAXException at(SAXParseException e) {
        return new SAXException("line=" + e.getLineNumber() + ": " + e.getMessage(), e);
    }
}
