package org.ecgdistill.quantum.statevector;

/** The numbers that amplitudes are made of. */
public enum Precision {
    /** About 15 digits. */
    DOUBLE,
    /** About 6 digits, in two thirds of the time. */
    FLOAT
}
