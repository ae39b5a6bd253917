package org.ecgdistill.evaluation.study;

import org.ecgdistill.evaluation.EvaluationException;

/** From which probability on a row is called positive. */
public sealed interface DecisionThreshold {

    /** One half. */
    DecisionThreshold HALF = new Fixed(0.5);

    /** The same for all models and folds. */
    record Fixed(double threshold) implements DecisionThreshold {
        public Fixed {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new EvaluationException("The threshold is " + threshold
                        + " but must lie between 0 and 1, for example 0.5; please change it.");
            }
        }
    }

    /**
     * For each model and fold the threshold with the largest sensitivity + specificity on the out-of-fold predictions of
     * the other folds.
     */
    record YoudenOnOtherFolds() implements DecisionThreshold {}
}
