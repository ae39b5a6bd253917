package org.ecgdistill.quantum.statevector;

/** The amplitudes before the first layer; no layer writes to them. */
interface StartState<R> {

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
