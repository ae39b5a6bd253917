package org.ecgdistill.quantum.statevector;

import java.util.Arrays;

/** The features as amplitudes: v = π·tanh(x), divided by its length. */
final class AmplitudeStart<R> implements StartState<R> {

    private final Kernels<R> kernels;
    private final LaneFeatures features;
    private final StateRows<R> rows;
    private final double[][] amplitudes;
    private final double[] lengths;
    private final double[] lambda;
    private final double[] overlaps;

    AmplitudeStart(Kernels<R> kernels, LaneFeatures features, int dimension, int capacity) {
        this.kernels = kernels;
        this.features = features;
        this.rows = new StateRows<>(kernels.rows(dimension, capacity), kernels.rows(dimension, capacity));
        this.amplitudes = new double[dimension][capacity];
        this.lengths = new double[capacity];
        this.lambda = new double[capacity];
        this.overlaps = new double[capacity];
    }

    @Override
    public StateRows<R> rows() {
        return rows;
    }

    @Override
    public boolean readsFeatures() {
        return true;
    }

    @Override
    public void load(int lanes) {
        for (var lane = 0; lane < lanes; lane++) {
            lengths[lane] = 0;
            for (var state = 0; state < amplitudes.length; state++) {
                var value = Math.PI * Math.tanh(features.value(state)[lane]);
                amplitudes[state][lane] = value;
                lengths[lane] += value * value;
            }
            lengths[lane] = Math.sqrt(lengths[lane]);
        }
        for (var state = 0; state < amplitudes.length; state++) {
            for (var lane = 0; lane < lanes; lane++) {
                amplitudes[state][lane] /= lengths[lane];
            }
            kernels.fromDoubles(amplitudes[state], rows.re()[state], lanes);
        }
    }

    /** dL/dψ = 2 Re λ; through the division by the length, dL/dv = (dL/dψ − (dL/dψ · ψ) ψ) / |v|. */
    @Override
    public void backward(StateRows<R> adjoint, int lanes) {
        Arrays.fill(overlaps, 0, lanes, 0);
        for (var state = 0; state < amplitudes.length; state++) {
            loadLambda(adjoint, state, lanes);
            for (var lane = 0; lane < lanes; lane++) {
                overlaps[lane] += lambda[lane] * amplitudes[state][lane];
            }
        }
        for (var state = 0; state < amplitudes.length; state++) {
            loadLambda(adjoint, state, lanes);
            var gradient = features.gradient(state);
            for (var lane = 0; lane < lanes; lane++) {
                var tanh = amplitudes[state][lane] * lengths[lane] / Math.PI;
                gradient[lane] += (lambda[lane] - overlaps[lane] * amplitudes[state][lane])
                        / lengths[lane]
                        * Math.PI
                        * (1 - tanh * tanh);
            }
        }
    }

    private void loadLambda(StateRows<R> adjoint, int state, int lanes) {
        Arrays.fill(lambda, 0, lanes, 0);
        kernels.addToDoubles(adjoint.re()[state], 2, lambda, lanes);
    }
}
