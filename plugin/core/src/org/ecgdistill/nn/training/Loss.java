package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;

/** What a network is to be good at: smaller is better. */
@FunctionalInterface
public interface Loss {

    /** The mean over the batch's rows, as a single number that gradients flow through. */
    NDArray of(Network.Pass pass, Batch batch);
}
