package org.ecgdistill.quantum.simulator;

import org.ecgdistill.quantum.Circuit;

/** A way to run circuits. Immutable, so threads may share it; each thread opens simulators of its own. */
public interface Backend {

    /** For tables and logs, for example {@code state vector (double)}. */
    String name();

    /** A simulator for one circuit and one thread. */
    Simulator open(Circuit circuit);
}
