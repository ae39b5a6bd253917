package org.ecgdistill.quantum.design;

import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.ansatz.Ansatz;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.ansatz.HadamardRotation;
import org.ecgdistill.quantum.ansatz.PairAnsatz;
import org.ecgdistill.quantum.ansatz.RealAmplitudes;
import org.ecgdistill.quantum.ansatz.StronglyEntanglingLayers;

/** The ansätze by name. */
public enum AnsatzKind {
    EFFICIENT_SU2,
    REAL_AMPLITUDES,
    PAIRS,
    HADAMARD_ROTATION,
    STRONGLY_ENTANGLING;

    Ansatz build(int qubits, int repetitions, Entanglement entanglement) {
        return switch (this) {
            case EFFICIENT_SU2 -> new EfficientSU2(qubits, repetitions, entanglement);
            case REAL_AMPLITUDES -> new RealAmplitudes(qubits, repetitions, entanglement);
            case PAIRS -> new PairAnsatz(qubits, repetitions, entanglement);
            case HADAMARD_ROTATION -> new HadamardRotation(qubits);
            case STRONGLY_ENTANGLING -> new StronglyEntanglingLayers(qubits, repetitions);
        };
    }
}
