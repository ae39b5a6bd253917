package org.ecgdistill.quantum.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.Preparation;
import org.ecgdistill.quantum.QuantumException;

/**
 * A circuit in which every gate has an angle of its own, so that each can be shifted alone: angles that follow from the
 * features become features, those that follow from parameters become parameters.
 */
final class UnrolledCircuit {

    private final Circuit original;
    private final Circuit circuit;
    private final List<Angle> featureAngles = new ArrayList<>();
    private final List<Angle> parameterAngles = new ArrayList<>();

    UnrolledCircuit(Circuit original) {
        this.original = original;
        var gates = original.gates().stream().map(this::unroll).toList();
        var encodesAmplitudes = original.preparation() == Preparation.AMPLITUDES;
        if (encodesAmplitudes && !featureAngles.isEmpty()) {
            throw new QuantumException("The parameter shift rule does not know circuits that encode features both as"
                    + " amplitudes and as angles: choose the adjoint gradient.");
        }
        this.circuit = new Circuit(
                original.qubits(),
                encodesAmplitudes ? original.features() : featureAngles.size(),
                parameterAngles.size(),
                original.preparation(),
                gates);
    }

    private Gate unroll(Gate gate) {
        if (gate.angle() == null || gate.angle() instanceof Angle.Constant) {
            return gate;
        }
        var angles = gate.angle().dependsOnFeatures() ? featureAngles : parameterAngles;
        angles.add(gate.angle());
        var index = angles.size() - 1;
        var angle = angles == featureAngles ? new Angle.Feature(1, index) : new Angle.Parameter(1, index);
        return new Gate(gate.kind(), gate.control(), gate.target(), angle);
    }

    Circuit circuit() {
        return circuit;
    }

    boolean encodesAmplitudes() {
        return circuit.preparation() == Preparation.AMPLITUDES;
    }

    /** For each gate that follows from the features, its angle's formula. */
    List<Angle> featureAngles() {
        return featureAngles;
    }

    /** For each gate that follows from parameters, its angle's formula. */
    List<Angle> parameterAngles() {
        return parameterAngles;
    }

    /** This circuit's features for rows of the original's. */
    double[] features(double[] features, int rows) {
        if (encodesAmplitudes()) {
            return features.clone();
        }
        var count = featureAngles.size();
        var unrolled = new double[rows * count];
        for (var row = 0; row < rows; row++) {
            for (var i = 0; i < count; i++) {
                unrolled[row * count + i] =
                        featureAngles.get(i).value(features, row * original.features(), new double[0]);
            }
        }
        return unrolled;
    }

    /** This circuit's parameters for the original's. */
    double[] parameters(double[] parameters) {
        return parameterAngles.stream()
                .mapToDouble(angle -> angle.value(new double[0], 0, parameters))
                .toArray();
    }
}
