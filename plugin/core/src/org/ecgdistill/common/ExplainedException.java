package org.ecgdistill.common;

/**
 * What went wrong, in sentences that a clinician understands: the place, what was found, what was expected and what to
 * do. Code that calls an algorithm on a person's behalf shows the message unchanged. Each room has its own subclass.
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
