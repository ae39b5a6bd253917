package org.ecgdistill.quantum;

import java.util.Random;

/**
 * A second way to run circuits, as plain as can be: every gate is its textbook 2×2 matrix, applied to a density matrix from
 * both sides, and noise is a sum over Kraus operators. Slow, and shares no code with what it checks.
 */
public final class DenseReference {

    private final int dimension;
    private double[][] re;
    private double[][] im;

    private DenseReference(int dimension, double[] amplitudes) {
        this.dimension = dimension;
        this.re = new double[dimension][dimension];
        this.im = new double[dimension][dimension];
        for (var row = 0; row < dimension; row++) {
            for (var column = 0; column < dimension; column++) {
                re[row][column] = amplitudes[row] * amplitudes[column];
            }
        }
    }

    /** Runs a circuit that starts from the ground state. */
    public static DenseReference run(Circuit circuit, double[] features, double[] parameters) {
        return run(circuit, features, parameters, new double[0][][]);
    }

    /** After every gate, on each of its qubits, the Kraus operators: 2×2 real matrices. */
    public static DenseReference run(Circuit circuit, double[] features, double[] parameters, double[][][] kraus) {
        var ground = new double[circuit.dimension()];
        ground[0] = 1;
        var state = new DenseReference(circuit.dimension(), ground);
        for (var gate : circuit.gates()) {
            state.apply(gate, gate.angle() == null ? 0 : gate.angle().value(features, 0, parameters));
            if (kraus.length > 0) {
                state.sum(gate.target(), kraus);
                if (gate.kind().controlled()) {
                    state.sum(gate.control(), kraus);
                }
            }
        }
        return state;
    }

    public double[] expectations() {
        var expectations = new double[Integer.numberOfTrailingZeros(dimension)];
        for (var state = 0; state < dimension; state++) {
            for (var qubit = 0; qubit < expectations.length; qubit++) {
                expectations[qubit] += (state >> qubit & 1) == 0 ? re[state][state] : -re[state][state];
            }
        }
        return expectations;
    }

    public double re(int row, int column) {
        return re[row][column];
    }

    public double im(int row, int column) {
        return im[row][column];
    }

    private void apply(Gate gate, double angle) {
        if (gate.kind() == GateKind.CONTROLLED_X) {
            controlledX(gate.control(), gate.target());
            return;
        }
        var c = Math.cos(angle / 2);
        var s = Math.sin(angle / 2);
        var h = Math.sqrt(0.5);
        switch (gate.kind()) {
            case HADAMARD -> matrix(gate.target(), new double[][] {{h, h}, {h, -h}}, new double[2][2]);
            case ROTATION_X ->
                matrix(gate.target(), new double[][] {{c, 0}, {0, c}}, new double[][] {{0, -s}, {-s, 0}});
            case ROTATION_Y -> matrix(gate.target(), new double[][] {{c, -s}, {s, c}}, new double[2][2]);
            case ROTATION_Z -> matrix(gate.target(), new double[][] {{c, 0}, {0, c}}, new double[][] {{-s, 0}, {0, s}});
            default ->
                matrix(gate.target(), new double[][] {{1, 0}, {0, Math.cos(angle)}}, new double[][] {
                    {0, 0}, {0, Math.sin(angle)}
                });
        }
    }

    private void controlledX(int control, int target) {
        var newRe = new double[dimension][dimension];
        var newIm = new double[dimension][dimension];
        for (var row = 0; row < dimension; row++) {
            for (var column = 0; column < dimension; column++) {
                var toRow = row ^ (row >> control & 1) << target;
                var toColumn = column ^ (column >> control & 1) << target;
                newRe[toRow][toColumn] = re[row][column];
                newIm[toRow][toColumn] = im[row][column];
            }
        }
        re = newRe;
        im = newIm;
    }

    private void sum(int qubit, double[][][] kraus) {
        var oldRe = re;
        var oldIm = im;
        var sumRe = new double[dimension][dimension];
        var sumIm = new double[dimension][dimension];
        for (var operator : kraus) {
            re = oldRe;
            im = oldIm;
            matrix(qubit, operator, new double[2][2]);
            for (var row = 0; row < dimension; row++) {
                for (var column = 0; column < dimension; column++) {
                    sumRe[row][column] += re[row][column];
                    sumIm[row][column] += im[row][column];
                }
            }
        }
        re = sumRe;
        im = sumIm;
    }

    /** ρ → M ρ M†. */
    private void matrix(int qubit, double[][] mRe, double[][] mIm) {
        var newRe = new double[dimension][dimension];
        var newIm = new double[dimension][dimension];
        var bit = 1 << qubit;
        for (var row = 0; row < dimension; row++) {
            for (var column = 0; column < dimension; column++) {
                for (var i = 0; i < 2; i++) {
                    for (var j = 0; j < 2; j++) {
                        var fromRow = row & ~bit | i << qubit;
                        var fromColumn = column & ~bit | j << qubit;
                        var aRe = mRe[row >> qubit & 1][i];
                        var aIm = mIm[row >> qubit & 1][i];
                        var bRe = mRe[column >> qubit & 1][j];
                        var bIm = -mIm[column >> qubit & 1][j];
                        var fRe = aRe * bRe - aIm * bIm;
                        var fIm = aRe * bIm + aIm * bRe;
                        newRe[row][column] += fRe * re[fromRow][fromColumn] - fIm * im[fromRow][fromColumn];
                        newIm[row][column] += fRe * im[fromRow][fromColumn] + fIm * re[fromRow][fromColumn];
                    }
                }
            }
        }
        re = newRe;
        im = newIm;
    }

    /** A circuit of all kinds of gates and angles in random order. */
    public static Circuit randomCircuit(int qubits, int features, int parameters, int gates, Random random) {
        var circuit = Circuit.of(qubits, features, parameters);
        for (var i = 0; i < gates; i++) {
            var qubit = random.nextInt(qubits);
            var other = (qubit + 1 + random.nextInt(Math.max(1, qubits - 1))) % qubits;
            switch (random.nextInt(qubits > 1 ? 7 : 5)) {
                case 0 -> circuit.hadamard(qubit);
                case 1 -> circuit.rotationX(qubit, randomAngle(features, parameters, random));
                case 2 -> circuit.rotationY(qubit, randomAngle(features, parameters, random));
                case 3 -> circuit.rotationZ(qubit, randomAngle(features, parameters, random));
                case 4 -> circuit.phase(qubit, randomAngle(features, parameters, random));
                default -> circuit.controlledX(qubit, other);
            }
        }
        return circuit.build();
    }

    private static Angle randomAngle(int features, int parameters, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Angle.Constant(random.nextDouble() * 6 - 3);
            case 1 -> new Angle.Parameter(random.nextInt(3) - 1.5, random.nextInt(parameters));
            case 2 -> new Angle.Feature(random.nextInt(3) - 1.5, random.nextInt(features));
            default ->
                new Angle.FeatureProduct(
                        0.5,
                        random.ints(0, features)
                                .distinct()
                                .limit(1 + random.nextInt(Math.min(3, features)))
                                .boxed()
                                .toList());
        };
    }

    public static double[] randomNumbers(int count, double bound, Random random) {
        return random.doubles(count, -bound, bound).toArray();
    }
}
