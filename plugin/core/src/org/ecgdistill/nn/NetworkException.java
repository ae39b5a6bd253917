package org.ecgdistill.nn;

import org.ecgdistill.common.ExplainedException;

/** A problem with a network or its weights. The message states what was found and what to do about it. */
public final class NetworkException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public NetworkException(String sentence) {
        super(sentence);
    }

    public NetworkException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
