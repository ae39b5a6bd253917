/**
 * Ways to get the gradient of a circuit: exactly as only a simulator can, or by running it again and again as a device
 * must; and a comparison of what each costs and how good it is.
 */
package org.ecgdistill.quantum.gradient;
