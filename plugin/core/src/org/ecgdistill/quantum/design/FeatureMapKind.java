package org.ecgdistill.quantum.design;

import java.util.List;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.GateKind;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.featuremap.AngleFeatureMap;
import org.ecgdistill.quantum.featuremap.FeatureMap;
import org.ecgdistill.quantum.featuremap.PauliFeatureMap;
import org.ecgdistill.quantum.featuremap.ZFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;

/** The feature maps by name. */
public enum FeatureMapKind {
    ZZ,
    PAULI,
    Z,
    ANGLE_X,
    ANGLE_Y,
    ANGLE_Z,
    AMPLITUDE;

    /** How many features a circuit takes. */
    public int features(int qubits) {
        return this == AMPLITUDE ? 1 << qubits : qubits;
    }

    FeatureMap build(int qubits, int repetitions, Entanglement entanglement, List<String> pauliStrings) {
        return switch (this) {
            case ZZ -> new ZZFeatureMap(qubits, repetitions, entanglement);
            case PAULI -> new PauliFeatureMap(qubits, repetitions, 2, pauliStrings, entanglement);
            case Z -> new ZFeatureMap(qubits, repetitions);
            case ANGLE_X -> new AngleFeatureMap(qubits, GateKind.ROTATION_X);
            case ANGLE_Y -> new AngleFeatureMap(qubits, GateKind.ROTATION_Y);
            case ANGLE_Z -> new AngleFeatureMap(qubits, GateKind.ROTATION_Z);
            case AMPLITUDE -> new AmplitudeFeatureMap(qubits);
        };
    }
}
