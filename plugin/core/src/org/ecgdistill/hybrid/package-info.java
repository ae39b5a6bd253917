/**
 * Students that contain a quantum circuit: an autoencoder's latent numbers turn a circuit's qubits, what is measured
 * becomes logits; or a window's patches attend to each other through circuits. Beside them stands their classical twin,
 * which has as many parameters to learn. How a circuit is run and differentiated is in {@code quantum}, how networks
 * learn in {@code nn}; here the two are joined, and trained in two stages.
 */
package org.ecgdistill.hybrid;
