package org.ecgdistill.hybrid;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.FeatureMapKind;

/**
 * A {@link CircuitDesign} as a model file keeps it: with its entanglements as texts.
 *
 * @param featureEntanglement as {@link Entanglement#parse} reads it
 * @param ansatzEntanglement likewise
 */
public record CircuitForm(
        int qubits,
        FeatureMapKind featureMap,
        int featureRepetitions,
        String featureEntanglement,
        List<String> pauliStrings,
        AnsatzKind ansatz,
        int ansatzRepetitions,
        String ansatzEntanglement,
        int uploads) {

    public CircuitForm {
        pauliStrings = List.copyOf(pauliStrings);
    }

    public static CircuitForm of(CircuitDesign design) {
        return new CircuitForm(
                design.qubits(),
                design.featureMap(),
                design.featureRepetitions(),
                design.featureEntanglement().text(),
                design.pauliStrings(),
                design.ansatz(),
                design.ansatzRepetitions(),
                design.ansatzEntanglement().text(),
                design.uploads());
    }

    /**
     * The circuit itself.
     *
     * @throws org.ecgdistill.quantum.QuantumException where no circuit can be built of this
     */
    public Circuit circuit() {
        return new CircuitDesign(
                        qubits,
                        featureMap,
                        featureRepetitions,
                        Entanglement.parse(featureEntanglement),
                        pauliStrings,
                        ansatz,
                        ansatzRepetitions,
                        Entanglement.parse(ansatzEntanglement),
                        uploads)
                .circuit();
    }
}
