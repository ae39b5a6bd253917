package org.ecgdistill.runner.api;

/** Hears what happens while a workflow runs. Called from several threads, one call at a time. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** A node has changed its state. */
    default void changed(NodeReport node) {}

    /** A node that executes has got further; {@code fraction} is NaN when the node does not know. */
    default void progress(NodeReport node, double fraction, String message) {}

    /** Something in the workflow itself, not in one node, deserves a word. */
    default void warned(String message) {}
}
