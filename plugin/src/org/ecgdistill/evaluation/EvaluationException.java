package org.ecgdistill.evaluation;

/**
 * Rows that cannot be divided into folds, or predictions that cannot be evaluated; the message says where, what was found,
 * what was expected and what to do.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }
}
