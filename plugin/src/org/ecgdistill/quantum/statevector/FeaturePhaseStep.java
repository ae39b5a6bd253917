package org.ecgdistill.quantum.statevector;

/** Several phases that follow from the features, as one multiplication by a {@link PhaseTable}. */
final class FeaturePhaseStep<R> implements Step<R> {

    private final Kernels<R> kernels;
    private final PhaseTable<R> table;
    private final Rows<R> before;
    private final Rows<R> after;
    private final Rows<R> adjoint;

    FeaturePhaseStep(
            final Kernels<R> kernels,
            final PhaseTable<R> table,
            final Rows<R> before,
            final Rows<R> after,
            final Rows<R> adjoint) {
        this.kernels = kernels;
        this.table = table;
        this.before = before;
        this.after = after;
        this.adjoint = adjoint;
    }

    @Override
    public boolean readsFeatures() {
        return true;
    }

    @Override
    public void forward(final int lanes) {
        for (var state = 0; state < before.dimension(); state++) {
            if (table.turns(state)) {
                kernels.turnByLane(
                        before.re()[state],
                        before.im()[state],
                        table.cosine(state),
                        table.sine(state),
                        after.re()[state],
                        after.im()[state],
                        lanes);
            }
        }
    }

    @Override
    public void backward(final int lanes, final boolean collect, final boolean further) {
        for (var state = 0; state < before.dimension(); state++) {
            var re = adjoint.re()[state];
            var im = adjoint.im()[state];
            if (table.turns(state)) {
                kernels.turnBackByLane(re, im, table.cosine(state), table.sine(state), re, im, lanes);
            }
            if (collect) {
                kernels.addCross(re, im, before.re()[state], before.im()[state], table.overlap(state), lanes);
            }
        }
    }
}
