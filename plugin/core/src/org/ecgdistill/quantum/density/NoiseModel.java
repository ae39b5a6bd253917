package org.ecgdistill.quantum.density;

import org.ecgdistill.quantum.QuantumException;

/**
 * The errors of a real device, in this order: after every gate depolarizing on the gate's qubits together, ρ → (1 − λ)ρ
 * + λ (I/2ᵏ ⊗ Tr ρ), then amplitude damping and phase damping on each of them; at the end readout errors. All are
 * numbers from 0 to 1.
 *
 * @param depolarizingOneQubit λ after a gate on one qubit
 * @param depolarizingTwoQubits λ after a gate on two
 * @param amplitudeDamping probability to decay from 1 to 0
 * @param phaseDamping probability to lose the phase: off-diagonal elements shrink by √(1 − it)
 * @param readOneForZero probability to read 1 where the qubit is 0
 * @param readZeroForOne probability to read 0 where the qubit is 1
 */
public record NoiseModel(
        double depolarizingOneQubit,
        double depolarizingTwoQubits,
        double amplitudeDamping,
        double phaseDamping,
        double readOneForZero,
        double readZeroForOne) {

    public static final NoiseModel NONE = new NoiseModel(0, 0, 0, 0, 0, 0);

    public NoiseModel {
        require("Depolarizing after one-qubit gates", depolarizingOneQubit);
        require("Depolarizing after two-qubit gates", depolarizingTwoQubits);
        require("Amplitude damping", amplitudeDamping);
        require("Phase damping", phaseDamping);
        require("The probability to read 1 for 0", readOneForZero);
        require("The probability to read 0 for 1", readZeroForOne);
    }

    private static void require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new QuantumException(name + " is " + value + ": choose a number from 0 to 1.");
        }
    }
}
