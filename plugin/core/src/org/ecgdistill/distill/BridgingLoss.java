package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.RowWeights;

/**
 * L = hard + λ·KL(teacher ‖ student) at T, without Hinton's T²: the labels keep their full weight, and the teacher's
 * influence decreases with the temperature. For a row without a label L = λ·KL.
 *
 * @param hard the loss of the labels
 * @param temperature T, above 0
 * @param lambda the teacher's weight, 0 or more
 */
public record BridgingLoss(Loss hard, double temperature, double lambda) implements Loss {

    public BridgingLoss {
        Pair.checkTemperature(temperature);
        Pair.checkWeight(lambda);
    }

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        var labels = hard.of(pass, batch);
        return lambda == 0 ? labels : labels.add(soft(pass.output(), batch.target(Teachers.LOGITS)));
    }

    /** λ·KL at T */
    NDArray soft(NDArray student, NDArray teacher) {
        return RowWeights.same(lambda).meanOf(Softened.divergence(student, teacher, temperature));
    }
}
