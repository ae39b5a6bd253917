package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;

/** H, then RY, on every qubit: the small circuit of Bridging. Nothing joins the qubits but the state they start in. */
public record HadamardRotation(int qubits) implements Ansatz {

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, 0, qubits).hadamardOnAll();
        for (var qubit = 0; qubit < qubits; qubit++) {
            circuit.rotationY(qubit, new Angle.Parameter(1, qubit));
        }
        return circuit.build();
    }
}
