package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;

/**
 * RY and RZ on every qubit, then CX gates between joined qubits; repeated, and closed by RY and RZ once more. Parameter
 * 2nr + q turns RY of qubit q in repetition r, parameter 2nr + n + q its RZ, as in Qiskit. The closing RZ gates do not
 * change ⟨Z⟩.
 */
public record EfficientSU2(int qubits, int repetitions, Entanglement entanglement) implements Ansatz {

    public EfficientSU2 {
        Circuit.requireQubits(qubits);
        Circuit.requireRepetitions("ansatz", repetitions, 0);
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, 0, 2 * qubits * (repetitions + 1));
        var parameter = 0;
        for (var repetition = 0; repetition <= repetitions; repetition++) {
            for (var qubit = 0; qubit < qubits; qubit++) {
                circuit.rotationY(qubit, new Angle.Parameter(1, parameter++));
            }
            for (var qubit = 0; qubit < qubits; qubit++) {
                circuit.rotationZ(qubit, new Angle.Parameter(1, parameter++));
            }
            if (repetition < repetitions && qubits > 1) {
                circuit.controlledXOn(entanglement.blocks(2, qubits, repetition));
            }
        }
        return circuit.build();
    }
}
