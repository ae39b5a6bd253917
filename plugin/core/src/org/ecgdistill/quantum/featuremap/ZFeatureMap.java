package org.ecgdistill.quantum.featuremap;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;

/** H and P(2x) on every qubit, repeated; the qubits are not entangled. */
public record ZFeatureMap(int qubits, int repetitions) implements FeatureMap {

    public ZFeatureMap {
        Circuit.requireRepetitions("feature map", repetitions, 1);
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, qubits, 0);
        for (var repetition = 0; repetition < repetitions; repetition++) {
            circuit.hadamardOnAll();
            for (var qubit = 0; qubit < qubits; qubit++) {
                circuit.phase(qubit, new Angle.Feature(2, qubit));
            }
        }
        return circuit.build();
    }
}
