package org.ecgdistill.quantum.statevector;

/** A layer at work on the rows that it was given: amplitudes forwards, then λ backwards. */
interface CompiledStep<R> {

    /** Whether some angle is a trained parameter. */
    default boolean readsParameters() {
        return false;
    }

    /** Whether some angle follows from the features. */
    default boolean readsFeatures() {
        return false;
    }

    /**
     * Takes over new parameters.
     *
     * @param scale what the rows before this layer have to be multiplied by to be amplitudes. Sensitivities need no such
     *     care: where ψ is too large by a factor, λ is too small by it.
     * @return the same for the rows after it
     */
    default double prepare(double[] parameters, double scale) {
        return scale;
    }

    void forward(int lanes);

    /**
     * Takes λ from after this layer to before it.
     *
     * @param collect whether to add up how much the result changes with this layer's angles
     * @param further whether λ is of any use to an earlier layer
     */
    void backward(int lanes, boolean collect, boolean further);

    /** Forgets what {@link #backward} has added up. */
    default void clearGradient() {}

    /** Adds the sum over all lanes since the last {@link #clearGradient}. */
    default void addGradient(double[] parameterGradient) {}
}
