package org.ecgdistill.quantum.statevector;

/** Several phases that follow from the features, as one multiplication by a {@link PhaseTable}. */
final class FeaturePhaseStep<R> implements CompiledStep<R> {

    private final Kernels<R> kernels;
    private final PhaseTable<R> table;
    private final StateRows<R> before;
    private final StateRows<R> after;
    private final StateRows<R> adjoint;

    FeaturePhaseStep(
            Kernels<R> kernels, PhaseTable<R> table, StateRows<R> before, StateRows<R> after, StateRows<R> adjoint) {
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
    public void forward(int lanes) {
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
    public void backward(int lanes, boolean collect, boolean further) {
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
