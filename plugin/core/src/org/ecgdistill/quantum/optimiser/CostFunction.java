package org.ecgdistill.quantum.optimiser;

/** The function to be minimised. */
public interface CostFunction {

    double value(double[] parameters);

    /** The derivatives at the same place; only called by optimisers that use them. */
    double[] gradient(double[] parameters);
}
