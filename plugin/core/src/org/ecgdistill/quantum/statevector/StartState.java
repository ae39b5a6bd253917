package org.ecgdistill.quantum.statevector;

/** The amplitudes before the first layer; no layer writes to them. */
interface StartState<R> {

    /** The state with all qubits 0. */
    static <R> StartState<R> ground(Kernels<R> kernels, int dimension, int capacity) {
        return constant(kernels, dimension, capacity, 1, 0);
    }

    /** The even superposition of all basis states. */
    static <R> StartState<R> even(Kernels<R> kernels, int dimension, int capacity) {
        var amplitude = 1 / Math.sqrt(dimension);
        return constant(kernels, dimension, capacity, amplitude, amplitude);
    }

    private static <R> StartState<R> constant(
            Kernels<R> kernels, int dimension, int capacity, double first, double rest) {
        var rows = new StateRows<>(kernels.rows(dimension, capacity), kernels.rows(dimension, capacity));
        for (var state = 0; state < dimension; state++) {
            kernels.fill(rows.re()[state], state == 0 ? first : rest, capacity);
        }
        return () -> rows;
    }

    StateRows<R> rows();

    /** Sets the amplitudes of new features. */
    default void load(int lanes) {}

    /** Hands λ at the start on to the features. */
    default void backward(StateRows<R> adjoint, int lanes) {}

    /** Whether the amplitudes follow from the features. */
    default boolean readsFeatures() {
        return false;
    }
}
