package org.ecgdistill.quantum;

/**
 * One gate of a circuit.
 *
 * @param control the controlling qubit, −1 if the kind is not controlled
 * @param angle null if the kind does not turn by an angle
 */
public record Gate(GateKind kind, int control, int target, Angle angle) {

    public Gate {
        if (kind.turnsByAngle() != (angle != null) || kind.controlled() != (control >= 0)) {
            throw new QuantumException("A gate " + kind.symbol() + " with control " + control + " and angle " + angle
                    + " does not exist: give " + (kind.controlled() ? "a control" : "no control") + " and "
                    + (kind.turnsByAngle() ? "an angle." : "no angle."));
        }
        if (control == target) {
            throw new QuantumException("A gate cannot be controlled by its own target, qubit " + target
                    + ": choose two different qubits.");
        }
    }

    /** The gate's qubits as bits. */
    public int qubits() {
        return 1 << target | (kind.controlled() ? 1 << control : 0);
    }

    Gate afterParameters(int count) {
        return angle == null ? this : new Gate(kind, control, target, angle.afterParameters(count));
    }
}
