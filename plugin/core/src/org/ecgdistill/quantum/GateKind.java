package org.ecgdistill.quantum;

/**
 * The gates that circuits are made of. Angles are in radians; the matrices in the basis |0⟩, |1⟩ are those of the OpenQASM
 * standard library.
 */
public enum GateKind {
    /** (1/√2) [[1, 1], [1, −1]]. */
    HADAMARD("H", false, false),
    /** exp(−iθX/2). */
    ROTATION_X("RX", true, false),
    /** exp(−iθY/2), a real matrix. */
    ROTATION_Y("RY", true, false),
    /** exp(−iθZ/2) = diag(e^{−iθ/2}, e^{iθ/2}). */
    ROTATION_Z("RZ", true, false),
    /** diag(1, e^{iλ}). */
    PHASE("P", true, false),
    /** Flips the target if the control is 1. */
    CONTROLLED_X("CX", false, true);

    private final String symbol;
    private final boolean turnsByAngle;
    private final boolean controlled;

    GateKind(String symbol, boolean turnsByAngle, boolean controlled) {
        this.symbol = symbol;
        this.turnsByAngle = turnsByAngle;
        this.controlled = controlled;
    }

    /** The usual short name. */
    public String symbol() {
        return symbol;
    }

    public boolean turnsByAngle() {
        return turnsByAngle;
    }

    public boolean controlled() {
        return controlled;
    }
}
