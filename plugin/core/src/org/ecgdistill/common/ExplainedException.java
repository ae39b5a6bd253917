package org.ecgdistill.common;

/**
 * What went wrong, in sentences that a clinician understands: the place, what was found, what was expected and what to do.
 * Whoever calls an algorithm for a person shows the message as it is. Each room has a subclass of its own.
 */
public abstract class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected ExplainedException(String message) {
        super(message);
    }

    protected ExplainedException(String message, Throwable cause) {
        super(message, cause);
    }
}
