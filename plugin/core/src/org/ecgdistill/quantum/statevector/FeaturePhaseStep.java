package org.ecgdistill.quantum.statevector;

/** Several phases that follow from the features, as one multiplication by a {@link PhaseTable}. */
final class FeaturePhaseStep<R> extends CompiledStep<R> {

    private final PhaseTable<R> table;

    FeaturePhaseStep(Workplace<R> rows, PhaseTable<R> table) {
        super(rows);
        this.table = table;
    }

    @Override
    boolean readsFeatures() {
        return true;
    }

    @Override
    void forward(int lanes) {
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
    void backward(int lanes, boolean collect, boolean further) {
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
