package org.ecgdistill.hybrid;

/** What is made of the measured qubits. */
public enum Readout {
    /** A weight for each qubit's ⟨Z⟩, and a constant. */
    LINEAR,
    /** One weight for the mean of all ⟨Z⟩, and a constant. */
    MEAN
}
