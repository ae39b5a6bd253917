package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.stream.StreamResult;
import org.knime.core.util.XMLUtils;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** A tree of settings as a file: elements {@code config} and {@code entry}, indented by four. */
public final class XMLConfig {

    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";
    private static final String SCHEMA = NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd";

    private XMLConfig() {}

    /** Reads a file into an empty tree, whose key becomes the root's. */
    public static void load(ConfigBase c, InputStream in) throws SAXException, IOException {
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(in, new XMLContentHandler(c));
        } catch (ParserConfigurationException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }

    /** Writes a tree and closes the stream. */
    public static void save(ConfigBase config, OutputStream output) throws IOException {
        try (output) {
            // by hand, since the transformer puts no line break after the declaration
            output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
            var handler = ((SAXTransformerFactory) TransformerFactory.newDefaultInstance()).newTransformerHandler();
            var transformer = handler.getTransformer();
            transformer.setOutputProperty(OutputKeys.METHOD, "xml");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            handler.setResult(new StreamResult(output));
            handler.startDocument();
            write(config, root(), handler);
            handler.endDocument();
        } catch (SAXException | TransformerConfigurationException ex) {
            throw new IOException("The settings could not be saved: " + ex.getMessage(), ex);
        }
    }

    private static AttributesImpl root() {
        var attributes = new AttributesImpl();
        attribute(attributes, "xmlns", NAMESPACE);
        attribute(attributes, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        attribute(attributes, "xsi:schemaLocation", SCHEMA);
        return attributes;
    }

    private static void write(ConfigBase config, AttributesImpl attributes, ContentHandler handler)
            throws SAXException {
        attribute(attributes, "key", config.getKey());
        handler.startElement("", "", "config", attributes);
        for (var key : config) {
            var entry = config.getEntry(key);
            if (entry instanceof ConfigBase child) {
                write(child, new AttributesImpl(), handler);
            } else if (!(entry instanceof ConfigTransientStringEntry)) {
                handler.startElement("", "", "entry", attributes(entry));
                handler.endElement("", "", "entry");
            }
        }
        handler.endElement("", "", "config");
    }

    private static Attributes attributes(AbstractConfigEntry entry) {
        var attributes = new AttributesImpl();
        attribute(attributes, "key", entry.getKey());
        attribute(attributes, "type", entry.getType().name());
        var value = entry.toStringValue();
        if (value == null) {
            attribute(attributes, "isnull", "true");
            value = "";
        }
        attribute(attributes, "value", XMLUtils.escape(value));
        return attributes;
    }

    private static void attribute(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", "", name, "CDATA", value);
    }
}
