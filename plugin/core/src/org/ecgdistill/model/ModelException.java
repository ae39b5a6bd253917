package org.ecgdistill.model;

import org.ecgdistill.common.ExplainedException;

/** A problem with a model's file, or with the data that it is to be used on. The message states what to do. */
public final class ModelException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public ModelException(String sentence) {
        super(sentence);
    }

    public ModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
