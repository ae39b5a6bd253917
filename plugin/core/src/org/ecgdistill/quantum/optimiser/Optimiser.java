package org.ecgdistill.quantum.optimiser;

import org.ecgdistill.common.Progress;

/** Finds parameters for which an objective is small. */
public interface Optimiser {

    /** The best parameters seen. */
    Optimum minimise(CostFunction objective, double[] start, Progress progress);
}
