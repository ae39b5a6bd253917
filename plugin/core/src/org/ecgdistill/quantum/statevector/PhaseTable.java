package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The product of phases that follow from the features, for every basis state and lane, made once for all layers that
 * repeat it. It also gathers their sensitivities, w = Im(λ̄ψ) per basis state (see {@link PhaseStep}).
 *
 * <p>The table is made by doubling: with the phases whose highest qubit is q, the values for the basis states below 2^q
 * give those from 2^q to 2^(q+1).
 */
final class PhaseTable<R> {

    private final Kernels<R> kernels;
    private final List<Layer.Phase> phases;
    private final FeatureAngles<R> angles;
    private final R[] cosines;
    private final R[] sines;
    private final R[] overlaps;
    private final boolean[] turned;

    /** The phases of the whole state, two by two. */
    private final List<Factors<R>> global;

    /** For each qubit, the phases with this highest qubit, two by two. */
    private final List<List<Factors<R>>> byHighestQubit = new ArrayList<>();

    PhaseTable(Kernels<R> kernels, List<Layer.Phase> phases, FeatureAngles<R> angles, int dimension, int capacity) {
        this.kernels = kernels;
        this.phases = phases;
        this.angles = angles;
        this.cosines = kernels.rows(dimension, capacity);
        this.sines = kernels.rows(dimension, capacity);
        this.overlaps = kernels.rows(dimension, capacity);
        this.turned = new boolean[dimension];
        for (var state = 0; state < dimension; state++) {
            turned[state] = PhaseStep.isTurned(phases, state);
        }
        this.global = factors(0, capacity);
        for (var bit = 1; bit < dimension; bit *= 2) {
            byHighestQubit.add(factors(bit, capacity));
        }
    }

    private List<Factors<R>> factors(int highestBit, int capacity) {
        var list = phases.stream()
                .filter(phase -> Integer.highestOneBit(phase.mask()) == highestBit)
                .toList();
        return IntStream.range(0, (list.size() + 1) / 2)
                .mapToObj(i ->
                        new Factors<>(kernels, list.subList(2 * i, Math.min(list.size(), 2 * i + 2)), angles, capacity))
                .toList();
    }

    /** Whether the phases act on a basis state at all. */
    boolean turns(int state) {
        return turned[state];
    }

    R cosine(int state) {
        return cosines[state];
    }

    R sine(int state) {
        return sines[state];
    }

    /** Where w of a basis state is added up. */
    R overlap(int state) {
        return overlaps[state];
    }

    /** Makes the table for new features. */
    void compute(int lanes) {
        kernels.fill(cosines[0], 1, lanes);
        kernels.fill(sines[0], 0, lanes);
        for (var factors : global) {
            factors.prepare(lanes);
            factors.apply(0, cosines, sines, 0, lanes);
        }
        for (var qubit = 0; qubit < byHighestQubit.size(); qubit++) {
            doubleWith(byHighestQubit.get(qubit), 1 << qubit, lanes);
        }
    }

    private void doubleWith(List<Factors<R>> factors, int bit, int lanes) {
        factors.forEach(pair -> pair.prepare(lanes));
        for (var low = 0; low < bit; low++) {
            var high = low | bit;
            if (factors.isEmpty()) {
                kernels.copy(cosines[low], cosines[high], lanes);
                kernels.copy(sines[low], sines[high], lanes);
            }
            for (var i = 0; i < factors.size(); i++) {
                factors.get(i).apply(i == 0 ? low : high, cosines, sines, high, lanes);
                factors.get(i).apply(low, cosines, sines, low, lanes);
            }
        }
    }

    void clearOverlaps(int lanes) {
        for (var overlap : overlaps) {
            kernels.fill(overlap, 0, lanes);
        }
    }

    /**
     * Hands what the layers have added up on to the angles: −(W₀ − W_mask) for the phase of a mask, as in
     * {@link PhaseStep}, lane by lane.
     */
    void collect(int lanes) {
        WalshHadamard.transform(kernels, overlaps, lanes);
        for (var phase : phases) {
            if (phase.mask() != 0) {
                var angle = angles.entry(phase.angle());
                angle.addSensitivity(overlaps[0], -1, lanes);
                angle.addSensitivity(overlaps[phase.mask()], 1, lanes);
            }
        }
    }

    /** One or two phases that follow from the features, with their product, so that two cost no more than one. */
    private static final class Factors<R> {

        private final Kernels<R> kernels;
        private final List<Layer.Phase> phases;
        private final List<FeatureAngles.Entry<R>> angles;
        private final R productCosine;
        private final R productSine;

        Factors(Kernels<R> kernels, List<Layer.Phase> oneOrTwo, FeatureAngles<R> angles, int capacity) {
            this.kernels = kernels;
            this.phases = oneOrTwo;
            this.angles =
                    phases.stream().map(phase -> angles.entry(phase.angle())).toList();
            var product = kernels.rows(2, capacity);
            this.productCosine = product[0];
            this.productSine = product[1];
        }

        void prepare(int lanes) {
            if (phases.size() == 2) {
                var first = angles.get(0);
                var second = angles.get(1);
                kernels.turnByLane(
                        first.cosine(),
                        first.sine(),
                        second.cosine(),
                        second.sine(),
                        productCosine,
                        productSine,
                        lanes);
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
}
