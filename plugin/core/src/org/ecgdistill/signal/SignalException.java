package org.ecgdistill.signal;

import org.ecgdistill.common.ExplainedException;

/** Something about a signal, or about what is asked of it, is wrong. The message says what to do, for a person to read. */
public final class SignalException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public SignalException(String message) {
        super(message);
    }
}
