package org.ecgdistill.quantum;

/** The state that a circuit starts from. */
public enum Preparation {
    /** All qubits 0. */
    GROUND,
    /**
     * The features themselves become the amplitudes, one feature for each of the 2ⁿ basis states: π·tanh(x), divided by
     * the length of that vector, as in Bridging classical and quantum models by knowledge distillation.
     */
    AMPLITUDES
}
