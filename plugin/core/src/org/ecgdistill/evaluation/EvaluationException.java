package org.ecgdistill.evaluation;

import org.ecgdistill.common.ExplainedException;

/**
 * Rows that cannot be divided into folds, or predictions that cannot be evaluated; the message gives the place, what
 * was found, what was expected and what to do.
 */
public final class EvaluationException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }
}
