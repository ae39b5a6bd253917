package org.ecgdistill.quantum.optimiser;

/** What is to become small. */
public interface CostFunction {

    double value(double[] parameters);

    /** The derivatives at the same place; only asked for by optimisers that use them. */
    double[] gradient(double[] parameters);
}
