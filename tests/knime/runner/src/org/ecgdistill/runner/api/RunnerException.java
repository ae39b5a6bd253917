package org.ecgdistill.runner.api;

/** The runner could not do what it was asked; the message says where, what was found and what to do. */
public final class RunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunnerException(String message) {
        super(message);
    }

    public RunnerException(String message, Throwable cause) {
        super(message, cause);
    }
}
