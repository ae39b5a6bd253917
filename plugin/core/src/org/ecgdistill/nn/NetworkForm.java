package org.ecgdistill.nn;

import java.util.OptionalInt;

/**
 * The size of a network, from which it can be built. Each kind of network has its own record, which model files keep.
 */
public interface NetworkForm {

    /** The network itself. */
    Network network();

    /** How many outputs it has: as many as classes, or 1 for two classes; 0 for a network without classes. */
    int classes();

    /** How many leads it reads. */
    int leads();

    /** How many samples of each lead it reads; empty if any number will do. */
    default OptionalInt window() {
        return OptionalInt.empty();
    }

    /** How many blocks, heads or repetitions it is made of. */
    long parts();
}
