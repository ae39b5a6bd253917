package org.ecgdistill.quantum;

import java.util.ArrayList;
import java.util.List;

/**
 * Amplitude encoding as gates, for devices and simulators that cannot set amplitudes but start from the ground state.
 *
 * <p>Qubit by qubit from the highest, RY turns by an angle that depends on the qubits above: a uniformly controlled
 * rotation, built from 2^k RY and 2^k CX gates in the order of a Gray code (Möttönen, Vartiainen, Bergholm and Salomaa,
 * Quantum Inf. Comput. 5, 2005).
 */
public final class AmplitudePreparation {

    private AmplitudePreparation() {}

    /** The amplitudes that a row of features stands for: π·tanh(x), divided by the length. */
    public static double[] amplitudes(double[] features, int row, int dimension) {
        var amplitudes = new double[dimension];
        var square = 0.0;
        for (var state = 0; state < dimension; state++) {
            amplitudes[state] = Math.PI * Math.tanh(features[row + state]);
            square += amplitudes[state] * amplitudes[state];
        }
        var length = Math.sqrt(square);
        for (var state = 0; state < dimension; state++) {
            amplitudes[state] /= length;
        }
        return amplitudes;
    }

    /** The circuit for one row of features with its preparation written out as gates; others stay as they are. */
    public static Circuit asGates(Circuit circuit, double[] features, int row) {
        if (circuit.preparation() == Preparation.GROUND) {
            return circuit;
        }
        var gates = gates(amplitudes(features, row, circuit.dimension()));
        gates.addAll(circuit.gates());
        return new Circuit(circuit.qubits(), circuit.features(), circuit.parameters(), Preparation.GROUND, gates);
    }

    /** Gates that turn the ground state into real amplitudes of length 1. */
    static List<Gate> gates(double[] amplitudes) {
        var gates = new ArrayList<Gate>();
        var qubits = Integer.numberOfTrailingZeros(amplitudes.length);
        for (var qubit = qubits - 1; qubit >= 0; qubit--) {
            turnByHigherQubits(qubit, qubits, angles(amplitudes, qubit), gates);
        }
        return gates;
    }

    /** For each setting of the qubits above, the angle that shares its weight out between 0 and 1 of this qubit. */
    private static double[] angles(double[] amplitudes, int qubit) {
        var half = 1 << qubit;
        var angles = new double[amplitudes.length / (2 * half)];
        for (var above = 0; above < angles.length; above++) {
            var zero = 2 * half * above;
            // On the lowest qubit the amplitudes themselves, so that their signs come out; above it only weights.
            angles[above] = qubit == 0
                    ? 2 * Math.atan2(amplitudes[zero + 1], amplitudes[zero])
                    : 2 * Math.atan2(length(amplitudes, zero + half, half), length(amplitudes, zero, half));
        }
        return angles;
    }

    private static double length(double[] amplitudes, int start, int count) {
        var square = 0.0;
        for (var i = start; i < start + count; i++) {
            square += amplitudes[i] * amplitudes[i];
        }
        return Math.sqrt(square);
    }

    private static void turnByHigherQubits(int qubit, int qubits, double[] angles, List<Gate> gates) {
        for (var i = 0; i < angles.length; i++) {
            var gray = i ^ i >> 1;
            var angle = 0.0;
            for (var above = 0; above < angles.length; above++) {
                angle += (Integer.bitCount(above & gray) % 2 == 0 ? angles[above] : -angles[above]) / angles.length;
            }
            gates.add(new Gate(GateKind.ROTATION_Y, -1, qubit, new Angle.Constant(angle)));
            if (angles.length > 1) {
                // The control is the bit in which the Gray code changes next; after the last word, its highest.
                var changing = Math.min(Integer.numberOfTrailingZeros(i + 1), qubits - qubit - 2);
                gates.add(new Gate(GateKind.CONTROLLED_X, qubit + 1 + changing, qubit, null));
            }
        }
    }
}
