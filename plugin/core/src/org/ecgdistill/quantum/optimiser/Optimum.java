package org.ecgdistill.quantum.optimiser;

/**
 * Where an optimiser ended.
 *
 * @param evaluations how often the objective's value was computed
 */
public record Optimum(double[] parameters, double value, int evaluations) {}
