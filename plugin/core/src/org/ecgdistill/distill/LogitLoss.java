package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.RowWeights;

/**
 * L = (1 − α)·mean (student's logit − teacher's logit)² + α·hard (Ba and Caruana 2014): what Hinton's loss tends to at
 * high temperatures, without a temperature to choose. For a row without a label L is the squared difference.
 *
 * @param hard the loss of the labels
 * @param alpha the weight of the labels, from 0 to 1
 */
public record LogitLoss(Loss hard, double alpha) implements Loss {

    public LogitLoss {
        Pair.checkShare(alpha);
    }

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        if (alpha == 1 && !batch.has(Examples.KNOWN)) {
            return hard.of(pass, batch);
        }
        var taught = RowWeights.of(batch, 1 - alpha, 1)
                .meanOf(pass.output().sub(batch.target(Teachers.LOGITS)).square());
        return alpha == 0 ? taught : taught.add(hard.of(pass, batch).mul(Torch.constant(taught, alpha)));
    }
}
