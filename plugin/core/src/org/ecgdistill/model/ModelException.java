package org.ecgdistill.model;

import org.ecgdistill.common.ExplainedException;

/** What is wrong with a model's file, or with the data it is to be used on, in a sentence that says what to do. */
public final class ModelException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public ModelException(String sentence) {
        super(sentence);
    }

    public ModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
