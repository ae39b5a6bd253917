package org.ecgdistill.distill;

/** What is wrong with teachers or with how a student is to learn from them, in a sentence that says what to do. */
public final class DistillationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DistillationException(final String sentence) {
        super(sentence);
    }
}
