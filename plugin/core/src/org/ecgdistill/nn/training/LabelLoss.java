package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;

/**
 * Cross-entropy against the labels: of one logit where the labels are a column of 0 and 1, of the classes' softmax where
 * each class has a column. A class may weigh more than another; the mean is over rows, not over weights. A row without a
 * label ({@link Examples#KNOWN}) has a loss of 0.
 */
public final class LabelLoss implements Loss {

    /** How much a row weighs. */
    public enum Weighting {
        /** Every row weighs the same. */
        PLAIN,
        /** Every class weighs the same. */
        BALANCED;

        /** The loss for the rows that a model learns from; the weights never depend on rows that it is to predict. */
        public LabelLoss loss(Examples training) {
            return this == PLAIN ? plain(training) : balanced(training);
        }
    }

    private final float[] weights;

    private LabelLoss(float... weights) {
        this.weights = weights;
    }

    /** Every row weighs the same. */
    public static LabelLoss plain(Examples training) {
        var weights = new float[classes(training)];
        Arrays.fill(weights, 1);
        return new LabelLoss(weights);
    }

    /**
     * Every class weighs the same however rare it is: a row weighs rows / (classes · rows of its class). Rows without a
     * label do not count.
     */
    public static LabelLoss balanced(Examples training) {
        var labels = training.targets().get(Examples.LABEL);
        var known = training.targets().get(Examples.KNOWN);
        var rows = new double[classes(training)];
        var labelled = 0;
        for (var row = 0; row < labels.length; row++) {
            if (known != null && known[row][0] == 0) {
                continue;
            }
            labelled++;
            var label = labels[row];
            for (var i = 0; i < rows.length; i++) {
                rows[i] += label.length > 1 ? label[i] : i == 1 ? label[0] : 1 - label[0];
            }
        }
        var weights = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            // A class without rows needs no weight.
            weights[i] = rows[i] == 0 ? 0 : (float) (labelled / (rows.length * rows[i]));
        }
        return new LabelLoss(weights);
    }

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        var label = batch.target(Examples.LABEL);
        var rows = label.getShape().get(1) == 1 ? ofOne(pass.output(), label) : ofMany(pass.output(), label);
        return RowWeights.of(batch, 1, 0).meanOf(rows);
    }

    /** max(z, 0) − z·y + log(1 + exp(−|z|)), which does not overflow. */
    private NDArray ofOne(NDArray logit, NDArray label) {
        var tail = logit.abs().neg().exp().add(1).log();
        var loss = logit.maximum(Torch.constant(logit, 0)).sub(logit.mul(label)).add(tail);
        var weight = label.mul(Torch.constant(label, weights[1] - weights[0])).add(weights[0]);
        return loss.mul(weight);
    }

    private NDArray ofMany(NDArray logits, NDArray label) {
        var weight = logits.getManager().create(weights, new Shape(1, weights.length));
        return logits.logSoftmax(1).mul(label).mul(weight).sum(new int[] {1}).neg();
    }

    private static int classes(Examples training) {
        return Math.max(2, training.targets().get(Examples.LABEL)[0].length);
    }
}
