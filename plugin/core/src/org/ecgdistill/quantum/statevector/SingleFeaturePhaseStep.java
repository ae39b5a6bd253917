package org.ecgdistill.quantum.statevector;

/** One phase whose angle differs from lane to lane; half of the amplitudes do not change. */
final class SingleFeaturePhaseStep<R> extends CompiledStep<R> {

    private final Layer.Phase phase;
    private final FeatureAngles.Entry<R> angle;
    private final R overlap;

    SingleFeaturePhaseStep(Workplace<R> rows, Layer.Phase phase, FeatureAngles<R> angles) {
        super(rows);
        this.phase = phase;
        this.angle = angles.entry(phase.angle());
        this.overlap = kernels.rows(1, capacity)[0];
    }

    @Override
    boolean readsFeatures() {
        return true;
    }

    @Override
    void forward(int lanes) {
        for (var state = 0; state < before.dimension(); state++) {
            if (phase.turns(state)) {
                kernels.turnByLane(
                        before.re()[state],
                        before.im()[state],
                        angle.cosine(),
                        angle.sine(),
                        after.re()[state],
                        after.im()[state],
                        lanes);
            }
        }
    }

    /** The sensitivity is that of {@link PhaseStep}, lane by lane. */
    @Override
    void backward(int lanes, boolean collect, boolean further) {
        kernels.fill(overlap, 0, lanes);
        for (var state = 0; state < before.dimension(); state++) {
            if (phase.turns(state)) {
                var re = adjoint.re()[state];
                var im = adjoint.im()[state];
                kernels.turnBackByLane(re, im, angle.cosine(), angle.sine(), re, im, lanes);
                if (collect) {
                    kernels.addCross(re, im, before.re()[state], before.im()[state], overlap, lanes);
                }
            }
        }
        if (collect) {
            angle.addSensitivity(overlap, -2, lanes);
        }
    }
}
