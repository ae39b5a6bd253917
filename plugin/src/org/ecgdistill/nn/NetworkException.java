package org.ecgdistill.nn;

/** What went wrong with a network or its weights, in a sentence that says what was found and what to do about it. */
public final class NetworkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NetworkException(final String sentence) {
        super(sentence);
    }

    public NetworkException(final String sentence, final Throwable cause) {
        super(sentence, cause);
    }
}
