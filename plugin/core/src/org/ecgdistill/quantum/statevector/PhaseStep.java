package org.ecgdistill.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.quantum.Angle;

/**
 * Phases that are the same in every lane: one complex number per basis state.
 *
 * <p>With w = Im(λ̄ψ), which a phase leaves unchanged, the sensitivity to the angle of a mask is −2 Σ w over the basis
 * states that the mask turns: {@link WalshHadamard} has all these sums, −(W₀ − W_mask).
 */
final class PhaseStep<R> extends CompiledStep<R> {

    private final List<Layer.Phase> phases;
    private final boolean absorbsScale;
    private final boolean[] changed;
    private final double[] cosines;
    private final double[] sines;
    private final R[] overlaps;

    PhaseStep(Workplace<R> rows, List<Layer.Phase> phases) {
        super(rows);
        this.phases = phases;
        this.absorbsScale = absorbsScale(phases);
        this.cosines = new double[before.dimension()];
        this.sines = new double[before.dimension()];
        this.changed = new boolean[before.dimension()];
        for (var state = 0; state < changed.length; state++) {
            changed[state] = changes(phases, state);
        }
        this.overlaps = kernels.rows(absorbsScale ? before.dimension() : 0, capacity);
    }

    /** Whether a layer works on all rows, so that scaling them too costs nothing: if its phases are trained. */
    static boolean absorbsScale(List<Layer.Phase> phases) {
        return phases.stream().anyMatch(phase -> phase.angle().dependsOnParameters());
    }

    /** Whether a layer changes the row of a basis state. */
    static boolean changes(List<Layer.Phase> phases, int state) {
        return absorbsScale(phases) || isTurned(phases, state);
    }

    static boolean isTurned(List<Layer.Phase> phases, int state) {
        return phases.stream().anyMatch(phase -> phase.turns(state));
    }

    @Override
    boolean readsParameters() {
        return absorbsScale;
    }

    @Override
    double prepare(double[] parameters, double scale) {
        Arrays.fill(cosines, absorbsScale ? scale : 1);
        Arrays.fill(sines, 0);
        for (var phase : phases) {
            var angle = phase.angle().value(parameters, 0, parameters);
            var cosine = Math.cos(angle);
            var sine = Math.sin(angle);
            for (var state = 0; state < cosines.length; state++) {
                if (phase.turns(state)) {
                    var re = cosines[state];
                    var im = sines[state];
                    cosines[state] = re * cosine - im * sine;
                    sines[state] = re * sine + im * cosine;
                }
            }
        }
        return absorbsScale ? 1 : scale;
    }

    @Override
    void forward(int lanes) {
        turn(before, after, 1, lanes);
    }

    @Override
    void backward(int lanes, boolean collect, boolean further) {
        turn(adjoint, adjoint, -1, lanes);
        if (collect) {
            for (var state = 0; state < overlaps.length; state++) {
                kernels.addCross(
                        adjoint.re()[state],
                        adjoint.im()[state],
                        before.re()[state],
                        before.im()[state],
                        overlaps[state],
                        lanes);
            }
        }
    }

    private void turn(StateRows<R> from, StateRows<R> to, int direction, int lanes) {
        for (var state = 0; state < cosines.length; state++) {
            if (changed[state]) {
                kernels.turn(
                        from.re()[state],
                        from.im()[state],
                        cosines[state],
                        direction * sines[state],
                        to.re()[state],
                        to.im()[state],
                        lanes);
            }
        }
    }

    @Override
    void clearGradient() {
        for (var overlap : overlaps) {
            kernels.fill(overlap, 0, capacity);
        }
    }

    @Override
    void addGradient(double[] parameterGradient) {
        if (!readsParameters()) {
            return;
        }
        WalshHadamard.transform(kernels, overlaps, capacity);
        var total = kernels.sum(overlaps[0], capacity);
        for (var phase : phases) {
            if (phase.angle() instanceof Angle.Parameter parameter && phase.mask() != 0) {
                parameterGradient[parameter.index()] -=
                        parameter.factor() * (total - kernels.sum(overlaps[phase.mask()], capacity));
            }
        }
    }
}
