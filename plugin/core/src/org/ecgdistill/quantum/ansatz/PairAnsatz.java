package org.ecgdistill.quantum.ansatz;

import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;

/**
 * RY, RY, CX on one joined pair after the other, as in the quantum self-attention of QViT. The parameters come pair by
 * pair, first that of the pair's first qubit.
 */
public record PairAnsatz(int qubits, int repetitions, Entanglement entanglement) implements Ansatz {

    public PairAnsatz {
        Circuit.requireQubits(qubits);
        Circuit.requireRepetitions("ansatz", repetitions, 1);
    }

    @Override
    public Circuit circuit() {
        var pairsPerRepetition = entanglement.blocks(2, qubits, 0).size();
        var circuit = Circuit.of(qubits, 0, 2 * pairsPerRepetition * repetitions);
        var parameter = 0;
        for (var repetition = 0; repetition < repetitions; repetition++) {
            for (var pair : entanglement.blocks(2, qubits, repetition)) {
                circuit.rotationY(pair.get(0), new Angle.Parameter(1, parameter++));
                circuit.rotationY(pair.get(1), new Angle.Parameter(1, parameter++));
                circuit.controlledX(pair.get(0), pair.get(1));
            }
        }
        return circuit.build();
    }
}
