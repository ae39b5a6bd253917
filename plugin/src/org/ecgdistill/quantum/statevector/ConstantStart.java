package org.ecgdistill.quantum.statevector;

/** The same amplitudes whatever the features: the ground state, or the even superposition of all basis states. */
final class ConstantStart<R> implements Start<R> {

    private final Rows<R> rows;

    private ConstantStart(
            final Kernels<R> kernels, final int dimension, final int capacity, final double first, final double rest) {
        this.rows = new Rows<>(kernels.rows(dimension, capacity), kernels.rows(dimension, capacity));
        for (var state = 0; state < dimension; state++) {
            kernels.fill(rows.re()[state], state == 0 ? first : rest, capacity);
        }
    }

    static <R> ConstantStart<R> ground(final Kernels<R> kernels, final int dimension, final int capacity) {
        return new ConstantStart<>(kernels, dimension, capacity, 1, 0);
    }

    static <R> ConstantStart<R> even(final Kernels<R> kernels, final int dimension, final int capacity) {
        var amplitude = 1 / Math.sqrt(dimension);
        return new ConstantStart<>(kernels, dimension, capacity, amplitude, amplitude);
    }

    @Override
    public Rows<R> rows() {
        return rows;
    }
}
