package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.RowWeights;

/**
 * L = (1 − α)·T²·soft(T) + α·hard (Hinton, Vinyals and Dean 2015). With T², the size of the soft part's gradient does
 * not depend on the temperature. For a row without a label L = T²·soft(T).
 *
 * @param hard the loss of the labels
 * @param temperature T, above 0
 * @param alpha the weight of the labels, from 0 (the teacher alone) to 1 (the labels alone)
 * @param soft how the distance to the teacher is counted
 */
public record HintonLoss(Loss hard, double temperature, double alpha, Soft soft) implements Loss {

    /** Two forms with the same gradient. */
    public enum Soft {
        /** As in the paper. */
        CROSS_ENTROPY,
        /** Minus the teacher's entropy, so that a student with the same predictions has a loss of 0. */
        DIVERGENCE
    }

    public HintonLoss {
        Pair.checkTemperature(temperature);
        Pair.checkShare(alpha);
    }

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        if (alpha == 1 && !batch.has(Examples.KNOWN)) {
            return hard.of(pass, batch);
        }
        var weights = RowWeights.of(batch, (1 - alpha) * temperature * temperature, temperature * temperature);
        var taught = soft(pass.output(), batch.target(Teachers.LOGITS), weights);
        return alpha == 0 ? taught : taught.add(hard.of(pass, batch).mul(Torch.constant(taught, alpha)));
    }

    /** soft(T), weighted */
    NDArray soft(NDArray student, NDArray teacher, RowWeights weights) {
        return weights.meanOf(
                soft == Soft.CROSS_ENTROPY
                        ? Softened.crossEntropy(student, teacher, temperature)
                        : Softened.divergence(student, teacher, temperature));
    }
}
