package org.ecgdistill.quantum.statevector;

import java.util.List;
import org.ecgdistill.quantum.Angle;

/** Gates that are carried out together. */
sealed interface Layer {

    /** An RY gate on one qubit. */
    record Rotation(int qubit, Angle angle) {}

    /**
     * A factor e^{i angle} for the basis states in which an odd number of the mask's qubits are 1; with the empty mask, for
     * all.
     */
    record Phase(int mask, Angle angle) {

        boolean turns(int state) {
            return mask == 0 || (Integer.bitCount(mask & state) & 1) == 1;
        }
    }

    /** Hadamard gates. */
    record Hadamards(List<Integer> qubits) implements Layer {}

    /** RY gates with the same angles for every row of features, each on another qubit. */
    record Rotations(List<Rotation> rotations) implements Layer {}

    /** RY gates whose angles follow from the features, each on another qubit. */
    record FeatureRotations(List<Rotation> rotations) implements Layer {}

    /** Phases that are the same for every row of features. */
    record Phases(List<Phase> phases) implements Layer {}

    /** Phases that follow from the features. */
    record FeaturePhases(List<Phase> phases) implements Layer {}

    /**
     * Basis state k is called {@code name(k)} from here on: what CX gates do.
     *
     * @param parities for each qubit, the mask of the qubits whose parity it becomes
     */
    record Renaming(List<Integer> parities) implements Layer {

        int name(int state) {
            var name = 0;
            for (var qubit = 0; qubit < parities.size(); qubit++) {
                name |= (Integer.bitCount(parities.get(qubit) & state) & 1) << qubit;
            }
            return name;
        }
    }
}
