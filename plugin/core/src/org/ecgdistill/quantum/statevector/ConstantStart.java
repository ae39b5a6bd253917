package org.ecgdistill.quantum.statevector;

/** The same amplitudes whatever the features: the ground state, or the even superposition of all basis states. */
final class ConstantStart<R> implements StartState<R> {

    private final StateRows<R> rows;

    private ConstantStart(Kernels<R> kernels, int dimension, int capacity, double first, double rest) {
        this.rows = new StateRows<>(kernels.rows(dimension, capacity), kernels.rows(dimension, capacity));
        for (var state = 0; state < dimension; state++) {
            kernels.fill(rows.re()[state], state == 0 ? first : rest, capacity);
        }
    }

    static <R> ConstantStart<R> ground(Kernels<R> kernels, int dimension, int capacity) {
        return new ConstantStart<>(kernels, dimension, capacity, 1, 0);
    }

    static <R> ConstantStart<R> even(Kernels<R> kernels, int dimension, int capacity) {
        var amplitude = 1 / Math.sqrt(dimension);
        return new ConstantStart<>(kernels, dimension, capacity, amplitude, amplitude);
    }

    @Override
    public StateRows<R> rows() {
        return rows;
    }
}
