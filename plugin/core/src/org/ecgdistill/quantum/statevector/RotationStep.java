package org.ecgdistill.quantum.statevector;

import java.util.List;
import org.ecgdistill.quantum.Angle;

/**
 * RY gates with the same angles in every lane, two qubits at a time.
 *
 * <p>d RY(θ)/dθ = (−iY/2) RY(θ), so the sensitivity to θ is the sum of λ₁ψ₀ − λ₀ψ₁ over the pairs of amplitudes after
 * the gate, for real and for imaginary parts alike. Gates on other qubits commute with it, hence ψ after the whole
 * layer may be used.
 */
final class RotationStep<R> extends CompiledStep<R> {

    /** Beyond it, rows would grow too much during the rotation. */
    private static final double LARGEST_TANGENT = 64;

    /** Rows may exceed amplitudes only as long as their squares are numbers in single precision. */
    private static final double SMALLEST_SCALE = 1e-9;

    /** The rows of this many qubits, 8 of λ and 8 of ψ, stay in the fastest memory while all their pairs are formed. */
    private static final int TOGETHER = 3;

    private final List<Layer.Rotation> rotations;
    private final double[] halfAngles;
    private final R[] sums;

    /** The rotations that go two by two, and those that go one by one. */
    private final int[] paired;

    private final int[] single;
    private int pairedCount;
    private int singleCount;

    /** What the rows are multiplied by after the rotations, to keep them within the range of numbers. */
    private double factor;

    RotationStep(Workplace<R> rows, List<Layer.Rotation> rotations) {
        super(rows);
        this.rotations = rotations;
        this.halfAngles = new double[rotations.size()];
        this.paired = new int[rotations.size()];
        this.single = new int[rotations.size()];
        this.sums = kernels.rows(rotations.size(), capacity);
    }

    @Override
    boolean readsParameters() {
        return rotations.stream().anyMatch(rotation -> rotation.angle().dependsOnParameters());
    }

    @Override
    double prepare(double[] parameters, double scale) {
        pairedCount = 0;
        singleCount = 0;
        var after = scale;
        for (var i = 0; i < halfAngles.length; i++) {
            halfAngles[i] = rotations.get(i).angle().value(parameters, 0, parameters) / 2;
            if (Math.abs(Math.tan(halfAngles[i])) > LARGEST_TANGENT) {
                single[singleCount++] = i;
            } else {
                paired[pairedCount++] = i;
            }
        }
        if (pairedCount % 2 == 1) {
            single[singleCount++] = paired[--pairedCount];
        }
        for (var i = 0; i < pairedCount; i++) {
            after *= Math.cos(halfAngles[paired[i]]);
        }
        factor = Math.abs(after) < SMALLEST_SCALE ? after : 1;
        return after / factor;
    }

    @Override
    void forward(int lanes) {
        before.copyTo(after, kernels, lanes);
        rotate(after, 1, lanes);
    }

    @Override
    void backward(int lanes, boolean collect, boolean further) {
        if (collect) {
            for (var first = 0; first < rotations.size(); first += TOGETHER) {
                addSensitivities(first, Math.min(first + TOGETHER, rotations.size()), lanes);
            }
        }
        if (further) {
            rotate(adjoint, -1, lanes);
        }
    }

    private void rotate(StateRows<R> state, int direction, int lanes) {
        for (var part = 0; part < 2; part++) {
            var rows = state.part(part);
            for (var i = 0; i < pairedCount; i += 2) {
                rotateTwo(paired[i], paired[i + 1], rows, direction, lanes);
            }
            for (var i = 0; i < singleCount; i++) {
                rotateOne(single[i], rows, direction, lanes);
            }
            if (factor != 1) {
                for (var row : rows) {
                    kernels.scale(row, factor, lanes);
                }
            }
        }
    }

    private void rotateTwo(int i, int j, R[] rows, int direction, int lanes) {
        var bit0 = 1 << rotations.get(i).qubit();
        var bit1 = 1 << rotations.get(j).qubit();
        var tangent0 = direction * Math.tan(halfAngles[i]);
        var tangent1 = direction * Math.tan(halfAngles[j]);
        for (var zero = 0; zero < rows.length; zero++) {
            if ((zero & (bit0 | bit1)) == 0) {
                kernels.rotateTwo(
                        rows[zero],
                        rows[zero | bit0],
                        rows[zero | bit1],
                        rows[zero | bit0 | bit1],
                        tangent0,
                        tangent1,
                        lanes);
            }
        }
    }

    private void rotateOne(int i, R[] rows, int direction, int lanes) {
        var bit = 1 << rotations.get(i).qubit();
        var cosine = Math.cos(halfAngles[i]);
        var sine = direction * Math.sin(halfAngles[i]);
        for (var zero = 0; zero < rows.length; zero++) {
            if ((zero & bit) == 0) {
                kernels.turn(rows[zero], rows[zero | bit], cosine, sine, rows[zero], rows[zero | bit], lanes);
            }
        }
    }

    /** The sensitivities to the rotations from {@code first} to before {@code end}, block of rows by block of rows. */
    private void addSensitivities(int first, int end, int lanes) {
        var bits = 0;
        for (var i = first; i < end; i++) {
            bits |= 1 << rotations.get(i).qubit();
        }
        for (var part = 0; part < 2; part++) {
            for (var block = 0; block < adjoint.dimension(); block++) {
                if ((block & bits) == 0) {
                    for (var i = first; i < end; i++) {
                        if (rotations.get(i).angle().dependsOnParameters()) {
                            addSensitivity(i, part, block, bits, lanes);
                        }
                    }
                }
            }
        }
    }

    /** Over the pairs of a block: the states that differ from it in the given bits only. */
    private void addSensitivity(int i, int part, int block, int bits, int lanes) {
        var lambda = adjoint.part(part);
        var psi = after.part(part);
        var bit = 1 << rotations.get(i).qubit();
        var others = bits & ~bit;
        var other = 0;
        do {
            var zero = block | other;
            kernels.addCross(lambda[zero | bit], lambda[zero], psi[zero | bit], psi[zero], sums[i], lanes);
            // The next larger subset of the bits.
            other = other - others & others;
        } while (other != 0);
    }

    @Override
    void clearGradient() {
        for (var sum : sums) {
            kernels.fill(sum, 0, capacity);
        }
    }

    @Override
    void addGradient(double[] parameterGradient) {
        for (var i = 0; i < rotations.size(); i++) {
            if (rotations.get(i).angle() instanceof Angle.Parameter parameter) {
                parameterGradient[parameter.index()] += parameter.factor() * kernels.sum(sums[i], capacity);
            }
        }
    }
}
