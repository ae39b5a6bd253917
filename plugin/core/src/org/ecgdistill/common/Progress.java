package org.ecgdistill.common;

/**
 * Told by long work how far it has come, and able to stop it. Work reports at least every tenth of a second or so, and
 * lets the exception through.
 */
@FunctionalInterface
public interface Progress {

    /** For work that nobody watches. */
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
