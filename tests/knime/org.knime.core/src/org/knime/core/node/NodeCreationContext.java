package org.knime.core.node;

import java.net.URL;

/** A file that a node was made for by dropping it into the workflow. */
public class NodeCreationContext {

    private final URL url;

    public NodeCreationContext(URL url) {
        this.url = url;
    }

    public URL getUrl() {
        return url;
    }
}
