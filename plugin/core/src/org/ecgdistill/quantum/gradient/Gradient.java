package org.ecgdistill.quantum.gradient;

/**
 * A gradient and its price.
 *
 * @param features dL/dx, rows × features
 * @param parameters dL/dθ, summed over the rows
 * @param circuits how often a circuit was run on a row
 */
public record Gradient(double[] features, double[] parameters, long circuits) {}
