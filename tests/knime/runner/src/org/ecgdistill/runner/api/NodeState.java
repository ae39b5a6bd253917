package org.ecgdistill.runner.api;

/** Where a node stands; IDLE, CONFIGURED and EXECUTED mean what they mean in KNIME's traffic lights. */
public enum NodeState {
    /** The node's implementation is not installed. */
    MISSING,
    /** Not configured: something upstream or in the settings is missing. */
    IDLE,
    /** Settings and inputs fit together; not executed yet. */
    CONFIGURED,
    /** Being executed now. */
    EXECUTING,
    /** Executed, its outputs are there. */
    EXECUTED,
    /** Tried and failed; the report's message says why. */
    FAILED,
    /** Stopped by the user. */
    CANCELLED
}
