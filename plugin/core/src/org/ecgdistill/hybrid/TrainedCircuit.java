package org.ecgdistill.hybrid;

import org.ecgdistill.quantum.Circuit;

/**
 * A circuit of a trained network, with what enters it for some rows.
 *
 * @param part of the network that it is
 * @param circuit itself
 * @param angles that rows turn it by, row after row
 * @param rows how many there are
 * @param parameters that it has learnt
 */
public record TrainedCircuit(String part, Circuit circuit, double[] angles, int rows, double[] parameters) {}
