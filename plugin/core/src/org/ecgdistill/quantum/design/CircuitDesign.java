package org.ecgdistill.quantum.design;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.QuantumException;

/**
 * A variational circuit as a user chooses it: a feature map, then an ansatz. What a choice has no use for (repetitions of an
 * angle encoding, Pauli strings of another feature map) is ignored.
 *
 * @param pauliStrings for {@link FeatureMapKind#PAULI}
 * @param uploads how often feature map and ansatz alternate, each time with new parameters; more than once is data
 *     re-uploading (Pérez-Salinas et al., Quantum 4, 2020)
 */
public record CircuitDesign(
        int qubits,
        FeatureMapKind featureMap,
        int featureRepetitions,
        Entanglement featureEntanglement,
        List<String> pauliStrings,
        AnsatzKind ansatz,
        int ansatzRepetitions,
        Entanglement ansatzEntanglement,
        int uploads) {

    public CircuitDesign {
        pauliStrings = List.copyOf(pauliStrings);
        Circuit.requireQubits(qubits);
        if (uploads < 1) {
            throw new QuantumException("The features are to be encoded " + uploads + " times: choose at least 1.");
        }
        if (uploads > 1 && featureMap == FeatureMapKind.AMPLITUDE) {
            throw new QuantumException("Amplitude encoding sets the state that a circuit starts from and cannot be"
                    + " repeated within it: encode once, or choose another feature map.");
        }
    }

    /** The circuit of the paper this project follows: ZZ feature map and EfficientSU2 on 6 qubits, both linear. */
    public static CircuitDesign paper() {
        return new CircuitDesign(
                6,
                FeatureMapKind.ZZ,
                2,
                Pattern.LINEAR,
                List.of("Z", "ZZ"),
                AnsatzKind.EFFICIENT_SU2,
                3,
                Pattern.LINEAR,
                1);
    }

    public Circuit circuit() {
        var once = featureMap
                .build(qubits, featureRepetitions, featureEntanglement, pauliStrings)
                .circuit()
                .then(ansatz.build(qubits, ansatzRepetitions, ansatzEntanglement)
                        .circuit());
        var circuit = once;
        for (var upload = 1; upload < uploads; upload++) {
            circuit = circuit.then(once);
        }
        return circuit;
    }
}
