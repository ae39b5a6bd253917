package org.ecgdistill.quantum;

import org.ecgdistill.common.ExplainedException;

/** A problem with a circuit or its use. The message states what to do. */
public final class QuantumException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public QuantumException(String message) {
        super(message);
    }
}
