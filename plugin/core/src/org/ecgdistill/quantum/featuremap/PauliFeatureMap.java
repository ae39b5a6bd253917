package org.ecgdistill.quantum.featuremap;

import java.util.List;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.QuantumException;

/**
 * In each repetition H on every qubit, then for each Pauli string and each block of as many joined qubits
 * exp(i α φ/2 · string) with φ = x for one qubit and φ = ∏ (π − x) for more (Havlíček et al., Nature 567, 2019). As in
 * Qiskit a string is read from the right: its last letter acts on the block's first qubit, and a qubit under the letter I
 * still counts in the product.
 *
 * @param scale α; Qiskit's default is 2
 * @param strings of the letters I, X, Y and Z, for example Z, YY, ZXZ
 */
public record PauliFeatureMap(
        int qubits, int repetitions, double scale, List<String> strings, Entanglement entanglement)
        implements FeatureMap {

    public PauliFeatureMap {
        strings = List.copyOf(strings);
        Circuit.requireQubits(qubits);
        Circuit.requireRepetitions("feature map", repetitions, 1);
        if (!Double.isFinite(scale)) {
            throw new QuantumException("The feature map's scale is " + scale + ": choose a number, for example 2.");
        }
        if (strings.isEmpty()) {
            throw new QuantumException("The Pauli feature map has no string: give at least one, for example Z.");
        }
        for (var string : strings) {
            if (!string.matches("[IXYZ]*[XYZ][IXYZ]*")) {
                throw new QuantumException("The Pauli string \"" + string
                        + "\" cannot be used: write the letters I, X, Y and Z, not only I.");
            }
            if (string.length() > qubits) {
                throw new QuantumException("The Pauli string \"" + string + "\" acts on " + string.length()
                        + " qubits, but the circuit has only " + qubits
                        + ": shorten the string or use more qubits.");
            }
        }
    }

    @Override
    public Circuit circuit() {
        var circuit = Circuit.of(qubits, qubits, 0);
        for (var repetition = 0; repetition < repetitions; repetition++) {
            circuit.hadamardOnAll();
            for (var string : strings) {
                for (var block : entanglement.blocks(string.length(), qubits, repetition)) {
                    encode(string, block, circuit);
                }
            }
        }
        return circuit.build();
    }

    /** Turns the letters' bases into Z's, collects the parity on the last active qubit, turns it there and undoes both. */
    private void encode(String string, List<Integer> block, Circuit.Builder circuit) {
        turnBases(string, block, Math.PI / 2, circuit);
        var active = active(string, block);
        for (var i = 0; i + 1 < active.size(); i++) {
            circuit.controlledX(active.get(i), active.get(i + 1));
        }
        circuit.phase(active.get(active.size() - 1), angle(block));
        for (var i = active.size() - 2; i >= 0; i--) {
            circuit.controlledX(active.get(i), active.get(i + 1));
        }
        turnBases(string, block, -Math.PI / 2, circuit);
    }

    private static void turnBases(String string, List<Integer> block, double quarterTurn, Circuit.Builder circuit) {
        for (var position = 0; position < string.length(); position++) {
            var qubit = block.get(string.length() - 1 - position);
            switch (string.charAt(position)) {
                case 'X' -> circuit.hadamard(qubit);
                case 'Y' -> circuit.rotationX(qubit, new Angle.Constant(quarterTurn));
                default -> {
                    // Z is the basis itself, and I does nothing.
                }
            }
        }
    }

    private static List<Integer> active(String string, List<Integer> block) {
        return block.stream()
                .filter(qubit -> string.charAt(string.length() - 1 - block.indexOf(qubit)) != 'I')
                .toList();
    }

    private Angle angle(List<Integer> block) {
        return block.size() == 1 ? new Angle.Feature(scale, block.get(0)) : new Angle.FeatureProduct(scale, block);
    }
}
