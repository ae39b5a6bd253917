package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;

/**
 * RY on every qubit, then CX gates between joined qubits; repeated, and closed by RY once more. Real amplitudes stay real.
 * Parameter nr + q turns qubit q in repetition r, as in Qiskit.
 */
public record RealAmplitudes(int qubits, int repetitions, Entanglement entanglement) implements Ansatz {

    public RealAmplitudes {
        Circuit.requireQubits(qubits);
        Circuit.requireRepetitions("ansatz", repetitions, 0);
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, 0, qubits * (repetitions + 1));
        for (var repetition = 0; repetition <= repetitions; repetition++) {
            for (var qubit = 0; qubit < qubits; qubit++) {
                circuit.rotationY(qubit, new Angle.Parameter(1, repetition * qubits + qubit));
            }
            if (repetition < repetitions && qubits > 1) {
                circuit.controlledXOn(entanglement.blocks(2, qubits, repetition));
            }
        }
        return circuit.build();
    }
}
