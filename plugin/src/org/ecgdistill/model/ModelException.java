package org.ecgdistill.model;

/** What is wrong with a model's file, or with the data it is to be used on, in a sentence that says what to do. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(final String sentence) {
        super(sentence);
    }

    public ModelException(final String sentence, final Throwable cause) {
        super(sentence, cause);
    }
}
