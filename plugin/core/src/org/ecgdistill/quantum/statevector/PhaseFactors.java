package org.ecgdistill.quantum.statevector;

import java.util.List;

/** One or two phases that follow from the features, with their product, so that two cost no more than one. */
final class PhaseFactors<R> {

    private final Kernels<R> kernels;
    private final List<Layer.Phase> phases;
    private final List<FeatureAngles.Entry<R>> angles;
    private final R productCosine;
    private final R productSine;

    PhaseFactors(Kernels<R> kernels, List<Layer.Phase> oneOrTwo, FeatureAngles<R> angles, int capacity) {
        this.kernels = kernels;
        this.phases = oneOrTwo;
        this.angles = phases.stream().map(phase -> angles.entry(phase.angle())).toList();
        var product = kernels.rows(2, capacity);
        this.productCosine = product[0];
        this.productSine = product[1];
    }

    void prepare(int lanes) {
        if (phases.size() == 2) {
            var one = angles.get(0);
            var two = angles.get(1);
            kernels.turnByLane(one.cosine(), one.sine(), two.cosine(), two.sine(), productCosine, productSine, lanes);
        }
    }

    /** {@code rows[to] = rows[from] · what these phases do to the basis state to}. */
    void apply(int from, R[] re, R[] im, int to, int lanes) {
        var first = phases.get(0).turns(to);
        var second = phases.size() == 2 && phases.get(1).turns(to);
        if (first && second) {
            kernels.turnByLane(re[from], im[from], productCosine, productSine, re[to], im[to], lanes);
        } else if (first || second) {
            var angle = angles.get(first ? 0 : 1);
            kernels.turnByLane(re[from], im[from], angle.cosine(), angle.sine(), re[to], im[to], lanes);
        } else if (from != to) {
            kernels.copy(re[from], re[to], lanes);
            kernels.copy(im[from], im[to], lanes);
        }
    }
}
