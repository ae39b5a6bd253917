package org.ecgdistill.distill;

import org.ecgdistill.common.ExplainedException;

/** A problem with teachers or with how a student is to learn from them. The message states what to do. */
public final class DistillationException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public DistillationException(String sentence) {
        super(sentence);
    }
}
