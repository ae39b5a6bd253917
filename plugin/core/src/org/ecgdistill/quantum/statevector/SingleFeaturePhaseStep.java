package org.ecgdistill.quantum.statevector;

/** One phase whose angle differs from lane to lane; half of the amplitudes stay as they are. */
final class SingleFeaturePhaseStep<R> implements CompiledStep<R> {

    private final Kernels<R> kernels;
    private final Layer.Phase phase;
    private final FeatureAngles.Entry<R> angle;
    private final StateRows<R> before;
    private final StateRows<R> after;
    private final StateRows<R> adjoint;
    private final R overlap;

    SingleFeaturePhaseStep(
            Kernels<R> kernels,
            Layer.Phase phase,
            FeatureAngles<R> angles,
            StateRows<R> before,
            StateRows<R> after,
            StateRows<R> adjoint,
            int capacity) {
        this.kernels = kernels;
        this.phase = phase;
        this.angle = angles.entry(phase.angle());
        this.before = before;
        this.after = after;
        this.adjoint = adjoint;
        this.overlap = kernels.rows(1, capacity)[0];
    }

    @Override
    public boolean readsFeatures() {
        return true;
    }

    @Override
    public void forward(int lanes) {
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
    public void backward(int lanes, boolean collect, boolean further) {
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
