/**
 * Ways to choose a circuit's parameters that look at all rows at once: with a gradient, or by values alone, as on a device.
 * Stochastic gradient descent is not here; it belongs to the training of networks.
 */
package org.ecgdistill.quantum.optimiser;
