package org.ecgdistill.signal;

/** Something about a signal, or about what is asked of it, is wrong. The message says what to do, for a person to read. */
public final class SignalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignalException(final String message) {
        super(message);
    }
}
