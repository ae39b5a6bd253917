/**
 * Optimisers of a circuit's parameters that use all rows at once: with a gradient, or from values alone, as on a
 * device. Stochastic gradient descent is not here; it belongs to the training of networks.
 */
package org.ecgdistill.quantum.optimiser;
