package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.quantum.Angle;

/** A layer that still takes gates. Phases and CX gates share one, as phases of parities. */
final class LayerDraft {

    enum Kind {
        HADAMARDS,
        ROTATIONS,
        FEATURE_ROTATIONS,
        PHASES
    }

    private final Kind kind;
    private int qubits;
    private final List<Integer> hadamards = new ArrayList<>();
    private final List<Layer.Rotation> rotations = new ArrayList<>();
    private final List<Layer.Phase> phases = new ArrayList<>();
    private final List<Layer.Phase> featurePhases = new ArrayList<>();

    /** For each qubit, the qubits at the layer's start whose parity it now is. */
    private final List<Integer> parities = new ArrayList<>();

    LayerDraft(Kind kind, int registerSize) {
        this.kind = kind;
        for (var qubit = 0; qubit < registerSize; qubit++) {
            parities.add(1 << qubit);
        }
    }

    Kind kind() {
        return kind;
    }

    /** The qubits that this layer acts on, as bits. */
    int qubits() {
        return qubits;
    }

    void touch(int more) {
        qubits |= more;
    }

    void hadamard(int qubit) {
        hadamards.add(qubit);
    }

    void rotation(int qubit, Angle angle) {
        rotations.add(new Layer.Rotation(qubit, angle));
    }

    void phase(int qubit, Angle angle) {
        (angle.dependsOnFeatures() ? featurePhases : phases).add(new Layer.Phase(parities.get(qubit), angle));
    }

    void globalPhase(Angle angle) {
        (angle.dependsOnFeatures() ? featurePhases : phases).add(new Layer.Phase(0, angle));
    }

    void controlledX(int control, int target) {
        parities.set(target, parities.get(target) ^ parities.get(control));
    }

    void dropGlobalPhases() {
        phases.removeIf(phase -> phase.mask() == 0);
        featurePhases.removeIf(phase -> phase.mask() == 0);
    }

    void dropPhases() {
        phases.clear();
        featurePhases.clear();
    }

    /** Whether the CX gates have not undone each other. */
    private boolean renames() {
        return IntStream.range(0, parities.size()).anyMatch(qubit -> parities.get(qubit) != 1 << qubit);
    }

    List<Layer> layers() {
        var layers = new ArrayList<Layer>();
        switch (kind) {
            case HADAMARDS -> layers.add(new Layer.Hadamards(hadamards));
            case ROTATIONS -> layers.add(new Layer.Rotations(rotations));
            case FEATURE_ROTATIONS -> layers.add(new Layer.FeatureRotations(rotations));
            case PHASES -> {
                if (!featurePhases.isEmpty()) {
                    layers.add(new Layer.FeaturePhases(featurePhases));
                }
                if (!phases.isEmpty()) {
                    layers.add(new Layer.Phases(phases));
                }
                if (renames()) {
                    layers.add(new Layer.Renaming(parities));
                }
            }
        }
        return layers;
    }
}
