/**
 * Ways to get the gradient of a circuit: exactly, as only a simulator can, or by running it repeatedly, as a device
 * must; and a comparison of their cost and accuracy.
 */
package org.ecgdistill.quantum.gradient;
