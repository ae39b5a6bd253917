package org.ecgdistill.nn.training;

/**
 * One line of a training's log.
 *
 * @param number from 1
 * @param loss the mean over the epoch's steps
 * @param validationLoss the same loss on the inner validation rows; NaN without any
 * @param score the measure that chooses the checkpoint; NaN without inner validation rows
 * @param seconds how long the epoch took
 */
public record Epoch(int number, double loss, double validationLoss, double score, double seconds) {}
