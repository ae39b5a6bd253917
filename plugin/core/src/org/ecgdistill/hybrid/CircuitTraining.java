package org.ecgdistill.hybrid;

/**
 * How a circuit learns.
 *
 * @param initialisation how its parameters start
 * @param gradient the way to its gradient
 */
public record CircuitTraining(Initialisation initialisation, GradientKind gradient) {}
