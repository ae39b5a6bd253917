package org.ecgdistill.hybrid;

/** How the measured qubits become logits. */
public enum Readout {
    /** A weight for each qubit's ⟨Z⟩, and a constant. */
    LINEAR,
    /** One weight for the mean of all ⟨Z⟩, and a constant. */
    MEAN
}
