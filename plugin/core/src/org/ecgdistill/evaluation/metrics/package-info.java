/**
 * Figures for the quality of predictions: from counts of right and wrong ({@link
 * org.ecgdistill.evaluation.metrics.ConfusionMatrix}), from the order of the scores ({@link
 * org.ecgdistill.evaluation.metrics.RankedScores}) and from the probabilities themselves. Intervals and folds have
 * packages of their own.
 */
package org.ecgdistill.evaluation.metrics;
