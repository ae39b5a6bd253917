package org.ecgdistill.common;

/**
 * Shows how far a long computation has come, and can stop it. A computation reports about ten times a second or more
 * often, and lets the exception through.
 */
@FunctionalInterface
public interface Progress {

    /** For computations whose progress is not shown. */
    Progress NONE = (fraction, message) -> {};

    /**
     * @param fraction how much is done, from 0 to 1
     * @param message what is being done, for a person to read
     * @throws java.util.concurrent.CancellationException if the work is no longer wanted
     */
    void report(double fraction, String message);

    /** The progress of one part of this work, itself reporting from 0 to 1. */
    default Progress part(double from, double to) {
        return (fraction, message) -> report(from + (to - from) * fraction, message);
    }
}
