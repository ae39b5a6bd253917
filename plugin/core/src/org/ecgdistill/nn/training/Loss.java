package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;

/** What a network is trained to minimise. */
@FunctionalInterface
public interface Loss {

    /** The mean over the batch's rows, as a scalar with a gradient. */
    NDArray of(Network.Pass pass, Batch batch);
}
