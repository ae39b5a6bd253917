package org.ecgdistill.distill;

import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Loss;

/**
 * What a student is to learn, and how it is scored.
 *
 * @param objective what it learns besides the labels
 * @param weighting of the labels' classes
 * @param score by which an epoch is chosen on the inner validation rows
 * @param alignmentEpochs how long features are aligned first; 0 with other objectives
 */
public record Goal(Objective objective, LabelLoss.Weighting weighting, LabelScore score, int alignmentEpochs) {

    public Goal {
        if (objective.needsFeatures() ? alignmentEpochs < 1 : alignmentEpochs != 0) {
            throw new DistillationException(
                    "Features are aligned for at least one epoch, but " + alignmentEpochs + " are asked for.");
        }
    }

    /** The labels alone. */
    public static Goal labels(LabelLoss.Weighting weighting, LabelScore score) {
        return new Goal(Objective.LABELS, weighting, score, 0);
    }

    Loss loss(Examples training, Pair pair) {
        return objective.loss(weighting.loss(training), pair);
    }
}
