package org.ecgdistill.runner.api;

import java.nio.file.Path;

/** A node's view as KNIME would show it. */
public interface View {
    /** The text that the page gets: {@code {"result": …}}, or {@code userError} / {@code internalError}. */
    String initialData();

    /**
     * Asks the view's data service, as the page does.
     *
     * @param request a JSON-RPC 2.0 request as text
     * @return the answer as text
     */
    String call(String request);

    /** Whether the page asks its node for more than its initial data, so that it shows nothing without the node. */
    boolean needsItsNode();

    /** The name of the page among the files that {@link #write} writes. */
    String page();

    /** Writes the page and the files that belong to it into a folder. */
    void write(Path folder);
}
