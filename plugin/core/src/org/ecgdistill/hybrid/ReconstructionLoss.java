package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Loss;

/** The mean squared difference between a signal and its reconstruction by an autoencoder, over all samples. */
public final class ReconstructionLoss implements Loss {

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        return pass.output()
                .sub(batch.input().reshape(pass.output().getShape()))
                .square()
                .mean();
    }
}
