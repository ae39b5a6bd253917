package org.ecgdistill.quantum.simulator;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Preparation;
import org.ecgdistill.quantum.QuantumException;

/** Refuses input that a circuit cannot take, and explains why. */
public final class Inputs {

    private Inputs() {}

    /** Throws if the features or parameters do not fit the circuit or are not numbers. */
    public static void require(Circuit circuit, double[] features, int rows, double[] parameters) {
        if (rows < 0 || features.length < (long) rows * circuit.features()) {
            throw new QuantumException("The circuit takes " + circuit.features() + " features per row, "
                    + (long) rows * circuit.features() + " for " + rows + " rows, but " + features.length
                    + " are given: choose as many qubits as there are features.");
        }
        if (parameters.length != circuit.parameters()) {
            throw new QuantumException("The circuit has " + circuit.parameters() + " parameters, but "
                    + parameters.length + " are given: use the parameters that were trained with this circuit.");
        }
        for (var i = 0; i < rows * circuit.features(); i++) {
            // NaN − NaN and ∞ − ∞ are NaN, everything else is 0.
            if (features[i] - features[i] != 0) {
                throw new QuantumException("Feature " + i % circuit.features() + " of row " + i / circuit.features()
                        + " is " + features[i] + " instead of a number: remove such rows or fill the gap first.");
            }
        }
        for (var i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new QuantumException("Parameter " + i + " of the circuit is " + parameters[i]
                        + " instead of a number: the training has diverged; lower the learning rate.");
            }
        }
        if (circuit.preparation() == Preparation.AMPLITUDES) {
            requireLengths(circuit, features, rows);
        }
    }

    private static void requireLengths(Circuit circuit, double[] features, int rows) {
        var count = circuit.features();
        for (var row = 0; row < rows; row++) {
            var length = 0.0;
            for (var i = 0; i < count; i++) {
                length += Math.abs(features[row * count + i]);
            }
            if (length == 0) {
                throw new QuantumException("All features of row " + row
                        + " are 0, which no quantum state can hold: remove the row or choose another feature map.");
            }
        }
    }
}
