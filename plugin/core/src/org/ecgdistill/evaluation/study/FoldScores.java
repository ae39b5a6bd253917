package org.ecgdistill.evaluation.study;

import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * One model on one fold.
 *
 * @param fold its number in the table
 * @param threshold from which rows were called positive; empty without probabilities or with several classes
 */
public record FoldScores(int fold, long rows, Optional<Double> threshold, Map<Metric, MetricValue> scores) {}
