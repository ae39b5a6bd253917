package org.ecgdistill.quantum;

import org.ecgdistill.common.ExplainedException;

/** A circuit, or what it is to do, is wrong. The message explains what to do. */
public final class QuantumException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public QuantumException(String message) {
        super(message);
    }
}
