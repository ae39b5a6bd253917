package org.ecgdistill.quantum;

import java.util.ArrayList;
import java.util.List;

/**
 * Gates in the order in which they act on a register that {@code preparation} initialises; every qubit is measured at
 * the end.
 *
 * @param qubits from 1 to {@value #MAXIMUM_QUBITS}
 * @param features how many features one row has
 * @param parameters how many trained parameters there are
 */
public record Circuit(int qubits, int features, int parameters, Preparation preparation, List<Gate> gates) {

    public static final int MAXIMUM_QUBITS = 12;

    public Circuit {
        gates = List.copyOf(gates);
        requireQubits(qubits);
        if (preparation == Preparation.AMPLITUDES && features != 1 << qubits) {
            throw new QuantumException("Amplitude encoding on " + qubits + " qubits takes " + (1 << qubits)
                    + " features, but " + features + " are given: change the number of qubits or of features.");
        }
        for (var gate : gates) {
            if (gate.qubits() >= 1 << qubits) {
                throw new QuantumException("A gate " + gate.kind().symbol() + " acts on qubit "
                        + Math.max(gate.control(), gate.target()) + ", but the circuit has only the qubits 0 to "
                        + (qubits - 1) + ".");
            }
            var angle = gate.angle();
            if (angle != null && (angle.features() > features || angle.parameters() > parameters)) {
                throw new QuantumException("An angle needs " + angle.features() + " features and "
                        + angle.parameters() + " parameters, but the circuit has only " + features + " features and "
                        + parameters + " parameters.");
            }
        }
    }

    /** Starts a circuit from the ground state. */
    public static Builder of(int qubits, int features, int parameters) {
        return new Builder(qubits, features, parameters);
    }

    /** Throws if a circuit cannot have that many qubits. */
    public static void requireQubits(int qubits) {
        if (qubits < 1 || qubits > MAXIMUM_QUBITS) {
            throw new QuantumException("A circuit with " + qubits + " qubits is not possible: choose from 1 to "
                    + MAXIMUM_QUBITS + " qubits.");
        }
    }

    /**
     * Throws if a part of a circuit cannot be repeated that many times.
     *
     * @param part its name in the message
     */
    public static void requireRepetitions(String part, int repetitions, int minimum) {
        if (repetitions < minimum) {
            throw new QuantumException(
                    "The " + part + " is to be repeated " + repetitions + " times: choose at least " + minimum + ".");
        }
    }

    /** How many basis states there are: 2 to the power of the number of qubits. */
    public int dimension() {
        return 1 << qubits;
    }

    /** This circuit followed by another on the same qubits and features, whose parameters come after this one's. */
    public Circuit then(Circuit next) {
        if (next.qubits != qubits || next.preparation != Preparation.GROUND) {
            throw new QuantumException("A circuit on " + next.qubits + " qubits that starts from " + next.preparation
                    + " cannot follow one on " + qubits
                    + " qubits: give both the same number of qubits and put amplitude encoding first.");
        }
        var all = new ArrayList<>(gates);
        next.gates.forEach(gate -> all.add(gate.afterParameters(parameters)));
        return new Circuit(qubits, Math.max(features, next.features), parameters + next.parameters, preparation, all);
    }

    /** The number of gates on the longest path through the circuit. */
    public int depth() {
        var depths = new int[qubits];
        var deepest = 0;
        for (var gate : gates) {
            var depth = depths[gate.target()];
            if (gate.kind().controlled()) {
                depth = Math.max(depth, depths[gate.control()]);
                depths[gate.control()] = depth + 1;
            }
            depths[gate.target()] = depth + 1;
            deepest = Math.max(deepest, depth + 1);
        }
        return deepest;
    }

    public int twoQubitGates() {
        return (int) gates.stream().filter(gate -> gate.kind().controlled()).count();
    }

    /** Collects gates; each call appends one. */
    public static final class Builder {

        private final int qubits;
        private final int features;
        private final int parameters;
        private final List<Gate> gates = new ArrayList<>();

        private Builder(int qubits, int features, int parameters) {
            requireQubits(qubits);
            this.qubits = qubits;
            this.features = features;
            this.parameters = parameters;
        }

        public Builder hadamard(int qubit) {
            return add(new Gate(GateKind.HADAMARD, -1, qubit, null));
        }

        /** A Hadamard gate on every qubit. */
        public Builder hadamardOnAll() {
            for (var qubit = 0; qubit < qubits; qubit++) {
                hadamard(qubit);
            }
            return this;
        }

        public Builder rotationX(int qubit, Angle angle) {
            return add(new Gate(GateKind.ROTATION_X, -1, qubit, angle));
        }

        public Builder rotationY(int qubit, Angle angle) {
            return add(new Gate(GateKind.ROTATION_Y, -1, qubit, angle));
        }

        public Builder rotationZ(int qubit, Angle angle) {
            return add(new Gate(GateKind.ROTATION_Z, -1, qubit, angle));
        }

        public Builder phase(int qubit, Angle angle) {
            return add(new Gate(GateKind.PHASE, -1, qubit, angle));
        }

        public Builder controlledX(int control, int target) {
            return add(new Gate(GateKind.CONTROLLED_X, control, target, null));
        }

        /** A gate CX from the first to the second qubit of each pair. */
        public Builder controlledXOn(List<List<Integer>> pairs) {
            pairs.forEach(pair -> controlledX(pair.get(0), pair.get(1)));
            return this;
        }

        public Builder add(Gate gate) {
            gates.add(gate);
            return this;
        }

        public Circuit build() {
            return new Circuit(qubits, features, parameters, Preparation.GROUND, gates);
        }
    }
}
