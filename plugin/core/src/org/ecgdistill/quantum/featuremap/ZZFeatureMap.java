package org.ecgdistill.quantum.featuremap;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.QuantumException;

/**
 * H, P(2x) on every qubit and P(2(π − x)(π − x')) on the parity of every joined pair, repeated (Havlíček et al., Nature
 * 567, 2019): hard to simulate classically for many qubits.
 */
public record ZZFeatureMap(int qubits, int repetitions, Entanglement entanglement) implements FeatureMap {

    public ZZFeatureMap {
        Circuit.requireRepetitions("feature map", repetitions, 1);
        if (qubits == 1) {
            throw new QuantumException("The ZZ feature map joins pairs of qubits, but there is only 1: use at least 2"
                    + " qubits, or the Z feature map.");
        }
    }

    @Override
    public Circuit circuit() {
        return new PauliFeatureMap(qubits, repetitions, 2, List.of("Z", "ZZ"), entanglement).circuit();
    }
}
