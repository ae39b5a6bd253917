package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Loss;

/**
 * L = (1 − α)·mean (student's logit − teacher's logit)² + α·hard (Ba and Caruana 2014): what Hinton's loss tends to at
 * high temperatures, without a temperature to choose.
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
        if (alpha == 1) {
            return hard.of(pass, batch);
        }
        var taught = soft(pass.output(), batch.target(Teachers.LOGITS));
        return alpha == 0 ? taught : taught.add(hard.of(pass, batch).mul(Torch.constant(taught, alpha)));
    }

    /** (1 − α)·mean squared difference */
    NDArray soft(NDArray student, NDArray teacher) {
        return student.sub(teacher)
                .square()
                .mul(Torch.constant(student, 1 - alpha))
                .mean();
    }
}
