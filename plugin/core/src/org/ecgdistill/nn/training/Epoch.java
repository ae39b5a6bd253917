package org.ecgdistill.nn.training;

/**
 * One line of a training's log.
 *
 * @param number from 1
 * @param loss the mean over the epoch's steps
 * @param verdict of the inner validation rows, its loss being the same as that of the steps
 * @param seconds how long the epoch took
 */
public record Epoch(int number, double loss, Verdict verdict, double seconds) {

    /** The loss on the inner validation rows; NaN without any. */
    public double validationLoss() {
        return verdict.loss();
    }

    /** The measure that chooses the epoch to keep; NaN without inner validation rows. */
    public double score() {
        return verdict.score();
    }
}
