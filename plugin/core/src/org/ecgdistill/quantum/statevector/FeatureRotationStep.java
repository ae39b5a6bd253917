package org.ecgdistill.quantum.statevector;

import java.util.List;

/** RY gates whose angles differ from lane to lane. The sensitivity is that of {@link RotationStep}, lane by lane. */
final class FeatureRotationStep<R> extends CompiledStep<R> {

    private final List<Layer.Rotation> rotations;
    private final List<FeatureAngles.Entry<R>> halfAngles;
    private final R sum;

    FeatureRotationStep(Workplace<R> rows, List<Layer.Rotation> rotations, FeatureAngles<R> angles) {
        super(rows);
        this.rotations = rotations;
        this.halfAngles = rotations.stream()
                .map(rotation -> angles.entry(rotation.angle().times(0.5)))
                .toList();
        this.sum = kernels.rows(1, capacity)[0];
    }

    @Override
    boolean readsFeatures() {
        return true;
    }

    @Override
    void forward(int lanes) {
        before.copyTo(after, kernels, lanes);
        rotate(after, false, lanes);
    }

    @Override
    void backward(int lanes, boolean collect, boolean further) {
        if (collect) {
            for (var i = 0; i < rotations.size(); i++) {
                kernels.fill(sum, 0, lanes);
                addSensitivity(1 << rotations.get(i).qubit(), lanes);
                halfAngles.get(i).addSensitivity(sum, 2, lanes);
            }
        }
        if (further) {
            rotate(adjoint, true, lanes);
        }
    }

    private void rotate(StateRows<R> state, boolean back, int lanes) {
        for (var i = 0; i < rotations.size(); i++) {
            var bit = 1 << rotations.get(i).qubit();
            for (var part = 0; part < 2; part++) {
                var rows = state.part(part);
                for (var zero = 0; zero < rows.length; zero++) {
                    if ((zero & bit) == 0) {
                        rotate(rows[zero], rows[zero | bit], halfAngles.get(i), back, lanes);
                    }
                }
            }
        }
    }

    private void rotate(R row0, R row1, FeatureAngles.Entry<R> angle, boolean back, int lanes) {
        if (back) {
            kernels.turnBackByLane(row0, row1, angle.cosine(), angle.sine(), row0, row1, lanes);
        } else {
            kernels.turnByLane(row0, row1, angle.cosine(), angle.sine(), row0, row1, lanes);
        }
    }

    private void addSensitivity(int bit, int lanes) {
        for (var part = 0; part < 2; part++) {
            var lambda = adjoint.part(part);
            var psi = after.part(part);
            for (var zero = 0; zero < lambda.length; zero++) {
                if ((zero & bit) == 0) {
                    kernels.addCross(lambda[zero | bit], lambda[zero], psi[zero | bit], psi[zero], sum, lanes);
                }
            }
        }
    }
}
