package org.ecgdistill.hybrid;

import org.ecgdistill.quantum.Circuit;

/**
 * A circuit of a trained network, with the angles of its gates for some rows.
 *
 * @param part of the network that the circuit is
 * @param angles of the features, row after row
 * @param rows how many there are
 * @param parameters that the circuit has learnt
 */
public record TrainedCircuit(String part, Circuit circuit, double[] angles, int rows, double[] parameters) {}
