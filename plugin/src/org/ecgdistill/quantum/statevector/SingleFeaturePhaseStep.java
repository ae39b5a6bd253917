package org.ecgdistill.quantum.statevector;

/** One phase whose angle differs from lane to lane; half of the amplitudes stay as they are. */
final class SingleFeaturePhaseStep<R> implements Step<R> {

    private final Kernels<R> kernels;
    private final Layer.Phase phase;
    private final FeatureAngles.Entry<R> angle;
    private final Rows<R> before;
    private final Rows<R> after;
    private final Rows<R> adjoint;
    private final R overlap;

    SingleFeaturePhaseStep(
            final Kernels<R> kernels,
            final Layer.Phase phase,
            final FeatureAngles<R> angles,
            final Rows<R> before,
            final Rows<R> after,
            final Rows<R> adjoint,
            final int capacity) {
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
    public void forward(final int lanes) {
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
    public void backward(final int lanes, final boolean collect, final boolean further) {
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
