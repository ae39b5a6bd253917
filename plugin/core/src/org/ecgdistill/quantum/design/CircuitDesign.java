package org.ecgdistill.quantum.design;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.QuantumException;

/**
 * A variational circuit as a user chooses it and a model file keeps it: a feature map, then an ansatz. Settings that do
 * not apply to a choice (repetitions of an angle encoding, Pauli strings of another feature map) are ignored.
 *
 * @param featureEntanglement as {@link Entanglement#parse} reads it; a model file keeps the user's own text
 * @param pauliStrings for {@link FeatureMapKind#PAULI}
 * @param ansatzEntanglement like the feature map's
 * @param uploads how often feature map and ansatz alternate, each time with new parameters; more than once is data
 *     re-uploading (Pérez-Salinas et al., Quantum 4, 2020)
 */
public record CircuitDesign(
        int qubits,
        FeatureMapKind featureMap,
        int featureRepetitions,
        String featureEntanglement,
        List<String> pauliStrings,
        AnsatzKind ansatz,
        int ansatzRepetitions,
        String ansatzEntanglement,
        int uploads) {

    /** The settings of the feature map. */
    public record Encoding(FeatureMapKind kind, int repetitions, String entanglement, List<String> pauliStrings) {}

    /** The settings of the ansatz. */
    public record TrainedPart(AnsatzKind kind, int repetitions, String entanglement) {}

    public CircuitDesign {
        pauliStrings = List.copyOf(pauliStrings);
    }

    public CircuitDesign(int qubits, Encoding encoding, TrainedPart trained, int uploads) {
        this(
                qubits,
                encoding.kind(),
                encoding.repetitions(),
                encoding.entanglement(),
                encoding.pauliStrings(),
                trained.kind(),
                trained.repetitions(),
                trained.entanglement(),
                uploads);
    }

    /** The circuit of the paper this project follows: ZZ feature map and EfficientSU2 on 6 qubits, both linear. */
    public static CircuitDesign paper() {
        return new CircuitDesign(
                6,
                new Encoding(FeatureMapKind.ZZ, 2, "linear", List.of("Z", "ZZ")),
                new TrainedPart(AnsatzKind.EFFICIENT_SU2, 3, "linear"),
                1);
    }

    /** How many layers the circuit has. */
    public long parts() {
        return uploads * ((long) featureRepetitions + ansatzRepetitions + 1);
    }

    /**
     * The circuit itself.
     *
     * @throws QuantumException if the settings do not make a circuit
     */
    public Circuit circuit() {
        Circuit.requireQubits(qubits);
        if (uploads < 1) {
            throw new QuantumException("The features are to be encoded " + uploads + " times: choose at least 1.");
        }
        if (uploads > 1 && featureMap == FeatureMapKind.AMPLITUDE) {
            throw new QuantumException("Amplitude encoding sets the state that a circuit starts from and cannot be"
                    + " repeated within it: encode once, or choose another feature map.");
        }
        var encoding =
                featureMap.build(qubits, featureRepetitions, Entanglement.parse(featureEntanglement), pauliStrings);
        var trained = ansatz.build(qubits, ansatzRepetitions, Entanglement.parse(ansatzEntanglement));
        var once = encoding.circuit().then(trained.circuit());
        var circuit = once;
        for (var upload = 1; upload < uploads; upload++) {
            circuit = circuit.then(once);
        }
        return circuit;
    }
}
