package org.ecgdistill.standin;

/** Hears how far a node is. Called from the node's own threads, often: be quick. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (fraction, message) -> {};

    /**
     * @param fraction between 0 and 1, or NaN while the node has not said how far it is
     * @param message what the node is doing, may be null
     */
    void progress(double fraction, String message);
}
