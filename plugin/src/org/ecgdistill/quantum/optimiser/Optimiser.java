package org.ecgdistill.quantum.optimiser;

import org.ecgdistill.signal.Progress;

/** Finds parameters for which an objective is small. */
public interface Optimiser {

    /** The best parameters seen. */
    Optimum minimise(Objective objective, double[] start, Progress progress);
}
