package org.ecgdistill.evaluation.folds;

/** Folds that cannot be made as asked. The message says why and what to do, for a person to read. */
public final class FoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FoldException(final String message) {
        super(message);
    }
}
