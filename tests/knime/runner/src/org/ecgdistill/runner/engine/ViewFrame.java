package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.ecgdistill.runner.api.View;

/** Makes the page around a view's page: it plays KNIME's side of the messages, so that the view opens from disk. */
final class ViewFrame {
    private static final String TEMPLATE = "view-frame.html";

    private ViewFrame() {}

    /**
     * @param title the node's name
     * @param page the view's page, relative to this one
     * @param view the view, for its initial data
     */
    static String html(String title, String page, View view) throws IOException {
        return template()
                .replace("@TITLE@", escaped(title))
                .replace("@PAGE@", escaped(relativeAddress(page)))
                .replace("@NAME@", Json.string(title))
                .replace("@INITIAL_DATA@", Json.string(view.initialData()));
    }

    private static String template() throws IOException {
        try (var in = ViewFrame.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String relativeAddress(String path) throws IOException {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException ex) {
            throw new IOException("the page \"" + path + "\" has no address: " + ex.getMessage(), ex);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
