package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.ecgdistill.nn.Torch;

/**
 * How much a part of a loss weighs for rows with a label and for rows without one ({@link Examples#KNOWN}).
 *
 * @param known (rows, 1), 1 for rows with a label and 0 for the others; empty if all rows have one
 * @param labelled the weight of rows with a label
 * @param unlabelled the weight of rows without a label
 */
public record RowWeights(Optional<NDArray> known, double labelled, double unlabelled) {

    /** All rows weigh the same. */
    public static RowWeights same(double weight) {
        return new RowWeights(Optional.empty(), weight, weight);
    }

    /** The weights of a batch's rows. */
    public static RowWeights of(Batch batch, double labelled, double unlabelled) {
        return new RowWeights(
                batch.has(Examples.KNOWN) && labelled != unlabelled
                        ? Optional.of(batch.target(Examples.KNOWN))
                        : Optional.empty(),
                labelled,
                unlabelled);
    }

    /** The mean over all rows of losses times their weights; a row may have one loss or several. */
    public NDArray meanOf(NDArray losses) {
        return weighted(losses).mean();
    }

    private NDArray weighted(NDArray losses) {
        if (known.isEmpty()) {
            return labelled == 1 ? losses : losses.mul(Torch.constant(losses, labelled));
        }
        var rows = known.get();
        var weights = rows.mul(Torch.constant(rows, labelled - unlabelled)).add(Torch.constant(rows, unlabelled));
        return losses.mul(losses.getShape().dimension() == 1 ? weights.squeeze(1) : weights);
    }
}
