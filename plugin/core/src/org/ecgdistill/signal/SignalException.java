package org.ecgdistill.signal;

import org.ecgdistill.common.ExplainedException;

/** A signal, or what is requested of it, is wrong. The message tells the analyst what to do. */
public final class SignalException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public SignalException(String message) {
        super(message);
    }
}
