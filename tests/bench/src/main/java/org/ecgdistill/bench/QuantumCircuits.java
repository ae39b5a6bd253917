package org.ecgdistill.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.design.FeatureMapKind;

/** The circuits and numbers that the quantum benchmarks share. */
final class QuantumCircuits {

    /** Rows of features per call. */
    static final int BATCH = 256;

    private QuantumCircuits() {}

    /** The paper's circuit on any number of qubits. */
    static Circuit paper(int qubits) {
        return design(qubits, FeatureMapKind.ZZ, List.of(), AnsatzKind.EFFICIENT_SU2, 3, Pattern.LINEAR);
    }

    static Circuit named(String name) {
        return switch (name) {
            case "pauli" ->
                design(6, FeatureMapKind.PAULI, List.of("Z", "YY", "ZXZ"), AnsatzKind.EFFICIENT_SU2, 1, Pattern.LINEAR);
            case "qvit" -> design(6, FeatureMapKind.ANGLE_Y, List.of(), AnsatzKind.PAIRS, 1, Pattern.PAIRWISE_RING);
            case "amplitude" ->
                design(6, FeatureMapKind.AMPLITUDE, List.of(), AnsatzKind.EFFICIENT_SU2, 3, Pattern.LINEAR);
            case "strongly" ->
                design(6, FeatureMapKind.ANGLE_Y, List.of(), AnsatzKind.STRONGLY_ENTANGLING, 3, Pattern.LINEAR);
            default -> throw new IllegalArgumentException("no circuit goes by the name " + name);
        };
    }

    private static Circuit design(
            int qubits,
            FeatureMapKind map,
            List<String> strings,
            AnsatzKind ansatz,
            int repetitions,
            Pattern entanglement) {
        return new CircuitDesign(
                        qubits,
                        new Encoding(map, 2, "linear", strings),
                        new TrainedPart(ansatz, repetitions, entanglement.text()),
                        1)
                .circuit();
    }

    static double[] numbers(int count, double bound) {
        return new SplittableRandom(1).doubles(count, -bound, bound).toArray();
    }
}
