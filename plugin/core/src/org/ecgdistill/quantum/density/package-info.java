/** The simulator for noise: a density matrix, and the channels that act on it after every gate. */
package org.ecgdistill.quantum.density;
