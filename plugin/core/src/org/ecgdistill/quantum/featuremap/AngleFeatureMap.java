package org.ecgdistill.quantum.featuremap;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.GateKind;
import org.ecgdistill.quantum.QuantumException;

/**
 * Turns every qubit by its feature, about one axis. About Z alone this would leave the ground state as it is, so there a
 * Hadamard gate comes first.
 *
 * @param axis one of the three rotations
 */
public record AngleFeatureMap(int qubits, GateKind axis) implements FeatureMap {

    public AngleFeatureMap {
        if (axis != GateKind.ROTATION_X && axis != GateKind.ROTATION_Y && axis != GateKind.ROTATION_Z) {
            throw new QuantumException(
                    "Features cannot be encoded by the gate " + axis.symbol() + ": choose RX, RY or RZ.");
        }
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, qubits, 0);
        if (axis == GateKind.ROTATION_Z) {
            circuit.hadamardOnAll();
        }
        for (var qubit = 0; qubit < qubits; qubit++) {
            circuit.add(new Gate(axis, -1, qubit, new Angle.Feature(1, qubit)));
        }
        return circuit.build();
    }
}
