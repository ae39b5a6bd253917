/**
 * Quantum circuits as data: gates with symbolic angles, in which order they act, and which qubits an entangling layer
 * joins. Nothing here computes; feature maps and ansätze build circuits, simulators run them, exporters write them down.
 *
 * <p>Qubit q is bit q of a basis state's index everywhere, so qubit 0 is the least significant.
 */
package org.ecgdistill.quantum;
