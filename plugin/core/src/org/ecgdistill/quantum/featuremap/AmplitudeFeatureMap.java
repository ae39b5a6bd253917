package org.ecgdistill.quantum.featuremap;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Preparation;

/** The features, 2 to the power of the number of qubits, become the amplitudes of the starting state. */
public record AmplitudeFeatureMap(int qubits) implements FeatureMap {

    @Override
    public Circuit circuit() {
        Circuit.requireQubits(qubits);
        return new Circuit(qubits, 1 << qubits, 0, Preparation.AMPLITUDES, List.of());
    }
}
