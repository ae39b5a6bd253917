package org.ecgdistill.quantum;

/** Something about a circuit, or about what is asked of it, is wrong. The message says what to do, for a person to read. */
public final class QuantumException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QuantumException(final String message) {
        super(message);
    }
}
