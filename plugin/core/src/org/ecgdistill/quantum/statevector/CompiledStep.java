package org.ecgdistill.quantum.statevector;

/** A layer at work on the rows that it was given: amplitudes forwards, then λ backwards. */
abstract class CompiledStep<R> {

    /**
     * What a step works on.
     *
     * @param before the amplitudes before the layer
     * @param after the amplitudes after it
     * @param adjoint λ, worked on in place
     * @param capacity the maximum number of lanes
     */
    record Workplace<R>(
            Kernels<R> kernels, StateRows<R> before, StateRows<R> after, StateRows<R> adjoint, int capacity) {}

    final Kernels<R> kernels;
    final StateRows<R> before;
    final StateRows<R> after;
    final StateRows<R> adjoint;
    final int capacity;

    CompiledStep(Workplace<R> rows) {
        this.kernels = rows.kernels();
        this.before = rows.before();
        this.after = rows.after();
        this.adjoint = rows.adjoint();
        this.capacity = rows.capacity();
    }

    /** Whether some angle is a trained parameter. */
    boolean readsParameters() {
        return false;
    }

    /** Whether some angle follows from the features. */
    boolean readsFeatures() {
        return false;
    }

    /**
     * Takes over new parameters.
     *
     * @param scale what the rows before this layer have to be multiplied by to be amplitudes. Sensitivities are not
     *     affected: where ψ is too large by a factor, λ is too small by it.
     * @return the same for the rows after it
     */
    double prepare(double[] parameters, double scale) {
        return scale;
    }

    abstract void forward(int lanes);

    /**
     * Takes λ from after this layer to before it.
     *
     * @param collect whether to add up how much the result changes with this layer's angles
     * @param further whether λ is of any use to an earlier layer
     */
    abstract void backward(int lanes, boolean collect, boolean further);

    /** Clears what {@link #backward} has added up. */
    void clearGradient() {}

    /** Adds the sum over all lanes since the last {@link #clearGradient}. */
    void addGradient(double[] parameterGradient) {}
}
