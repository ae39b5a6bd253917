package org.ecgdistill.quantum;

import org.ecgdistill.common.ExplainedException;

/** Something about a circuit, or about what is asked of it, is wrong. The message says what to do, for a person to read. */
public final class QuantumException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public QuantumException(String message) {
        super(message);
    }
}
