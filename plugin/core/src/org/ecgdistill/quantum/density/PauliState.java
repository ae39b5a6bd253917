package org.ecgdistill.quantum.density;

import org.ecgdistill.quantum.Gate;

/**
 * A density matrix ρ, kept as its 4ⁿ real coefficients Tr(Pρ) over the products P of Pauli matrices. Digit q of an index
 * to the base 4 is the letter on qubit q: 0, 1, 2, 3 for I, X, Y, Z.
 *
 * <p>In this form a rotation of one qubit turns two coefficients into each other, a Hadamard or CX gate permutes them, and
 * noise scales them, all with real numbers.
 */
final class PauliState {

    private static final int X = 1;
    private static final int Y = 2;
    private static final int Z = 3;

    /** For the letters on control (low two bits) and target, the letters that CX makes of them, and the sign. */
    private static final int[] PARTNERS = new int[16];

    private static final int[] SIGNS = new int[16];

    static {
        int[] xOf = {0, 1, 1, 0};
        int[] zOf = {0, 0, 1, 1};
        int[][] letter = {{0, 3}, {1, 2}};
        for (var pair = 0; pair < 16; pair++) {
            var xControl = xOf[pair & 3];
            var zControl = zOf[pair & 3];
            var xTarget = xOf[pair >> 2];
            var zTarget = zOf[pair >> 2];
            SIGNS[pair] = xControl == 1 && zTarget == 1 && xTarget == zControl ? -1 : 1;
            PARTNERS[pair] = letter[xControl][zControl ^ zTarget] | letter[xTarget ^ xControl][zTarget] << 2;
        }
    }

    private final int qubits;
    private final double[] coefficients;

    /** All qubits 0: 1 for the products of I and Z, 0 for all others. */
    PauliState(int qubits) {
        this.qubits = qubits;
        this.coefficients = new double[1 << 2 * qubits];
        reset();
    }

    void reset() {
        for (var i = 0; i < coefficients.length; i++) {
            // A letter is I or Z if its two bits are equal.
            coefficients[i] = ((i ^ i >> 1) & 0x55555555 & coefficients.length - 1) == 0 ? 1 : 0;
        }
    }

    double coefficient(int index) {
        return coefficients[index];
    }

    /** ⟨Z⟩ of a qubit. */
    double expectation(int qubit) {
        return coefficients[Z << 2 * qubit];
    }

    void apply(Gate gate, double angle) {
        switch (gate.kind()) {
            case HADAMARD -> hadamard(gate.target());
            case ROTATION_X -> rotate(gate.target(), Y, Z, angle);
            case ROTATION_Y -> rotate(gate.target(), Z, X, angle);
            case ROTATION_Z, PHASE -> rotate(gate.target(), X, Y, angle);
            case CONTROLLED_X -> controlledX(gate.control(), gate.target());
        }
    }

    /** Turns the Bloch vector from one letter's axis towards another's. */
    private void rotate(int qubit, int from, int to, double angle) {
        var stride = 1 << 2 * qubit;
        var cosine = Math.cos(angle);
        var sine = Math.sin(angle);
        for (var block = 0; block < coefficients.length; block += 4 * stride) {
            rotate(block + from * stride, block + to * stride, stride, cosine, sine);
        }
    }

    private void rotate(int from, int to, int count, double cosine, double sine) {
        for (var i = 0; i < count; i++) {
            var a = coefficients[from + i];
            var b = coefficients[to + i];
            coefficients[from + i] = cosine * a - sine * b;
            coefficients[to + i] = cosine * b + sine * a;
        }
    }

    private void hadamard(int qubit) {
        var stride = 1 << 2 * qubit;
        for (var block = 0; block < coefficients.length; block += 4 * stride) {
            for (var i = block; i < block + stride; i++) {
                var x = coefficients[i + X * stride];
                coefficients[i + X * stride] = coefficients[i + Z * stride];
                coefficients[i + Y * stride] = -coefficients[i + Y * stride];
                coefficients[i + Z * stride] = x;
            }
        }
    }

    /**
     * CX turns a product of Pauli matrices into another, ± : with the letters as bits x and z (X = 10, Y = 11, Z = 01),
     * x of the target takes up x of the control, z of the control takes up z of the target, and the sign changes if x of
     * the control and z of the target are set and x of the target and z of the control are alike (Aaronson and Gottesman,
     * Phys. Rev. A 70, 2004).
     */
    private void controlledX(int control, int target) {
        var c = 2 * control;
        var t = 2 * target;
        var letters = 3 << c | 3 << t;
        for (var rest = 0; rest < coefficients.length; rest++) {
            if ((rest & letters) == 0) {
                for (var pair = 0; pair < 16; pair++) {
                    var partner = PARTNERS[pair];
                    if (pair <= partner) {
                        var here = rest | (pair & 3) << c | pair >> 2 << t;
                        var there = rest | (partner & 3) << c | partner >> 2 << t;
                        var value = coefficients[here];
                        coefficients[here] = SIGNS[pair] * coefficients[there];
                        coefficients[there] = SIGNS[partner] * value;
                    }
                }
            }
        }
    }

    /** Multiplies all coefficients whose letters on these qubits are not all I. */
    void shrink(Gate gate, double factor) {
        if (factor == 1) {
            return;
        }
        var letters = 3 << 2 * gate.target() | (gate.kind().controlled() ? 3 << 2 * gate.control() : 0);
        for (var i = 0; i < coefficients.length; i++) {
            if ((i & letters) != 0) {
                coefficients[i] *= factor;
            }
        }
    }

    /** On one qubit: X and Y times {@code across}, Z times {@code along} plus {@code shift} times I. */
    void squeeze(int qubit, double across, double along, double shift) {
        if (across == 1 && along == 1 && shift == 0) {
            return;
        }
        var stride = 1 << 2 * qubit;
        for (var block = 0; block < coefficients.length; block += 4 * stride) {
            for (var i = block; i < block + stride; i++) {
                coefficients[i + X * stride] *= across;
                coefficients[i + Y * stride] *= across;
                coefficients[i + Z * stride] = along * coefficients[i + Z * stride] + shift * coefficients[i];
            }
        }
    }

    /** The probability of each basis state: the Walsh–Hadamard transform of the coefficients of I and Z. */
    void probabilities(double[] into, int start) {
        var dimension = 1 << qubits;
        for (var mask = 0; mask < dimension; mask++) {
            var index = 0;
            for (var qubit = 0; qubit < qubits; qubit++) {
                index |= (mask >> qubit & 1) * Z << 2 * qubit;
            }
            into[start + mask] = coefficients[index] / dimension;
        }
        for (var bit = 1; bit < dimension; bit *= 2) {
            for (var i = 0; i < dimension; i++) {
                if ((i & bit) == 0) {
                    var sum = into[start + i] + into[start + (i | bit)];
                    into[start + (i | bit)] = into[start + i] - into[start + (i | bit)];
                    into[start + i] = sum;
                }
            }
        }
    }
}
