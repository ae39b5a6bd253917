package org.ecgdistill.quantum.statevector;

/** The amplitudes before the first layer; no layer writes to them. */
interface Start<R> {

    Rows<R> rows();

    /** Sets the amplitudes of new features. */
    default void load(final int lanes) {}

    /** Hands λ at the start on to the features. */
    default void backward(final Rows<R> adjoint, final int lanes) {}

    /** Whether the amplitudes follow from the features. */
    default boolean readsFeatures() {
        return false;
    }
}
