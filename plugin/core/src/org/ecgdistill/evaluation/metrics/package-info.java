/**
 * Figures that say how good predictions are: from counts of right and wrong ({@link
 * org.ecgdistill.evaluation.metrics.ConfusionMatrix}), from the order of the scores ({@link
 * org.ecgdistill.evaluation.metrics.RankedScores}) and from the probabilities themselves. Without uncertainty, without
 * folds; those are next door.
 */
package org.ecgdistill.evaluation.metrics;
