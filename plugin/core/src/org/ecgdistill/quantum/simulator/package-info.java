/**
 * What every simulator offers, whatever it computes with: expectation values and probabilities of a batch of rows, with or
 * without the noise of a finite number of shots.
 */
package org.ecgdistill.quantum.simulator;
