package org.ecgdistill.evaluation.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** All metrics of some rows. */
public final class Scores {

    private static final MetricValue NO_PROBABILITIES =
            MetricValue.missing("the model gave predictions only, no probabilities");

    private Scores() {}

    /**
     * With one positive class, the metrics of that class. Without, the ranking metrics and those of single classes are
     * one-against-rest figures averaged over the classes, the others are defined for any number of classes.
     */
    public static Map<Metric, MetricValue> of(ScoredRows rows, ScoringRules rules) {
        var scores = new EnumMap<Metric, MetricValue>(Metric.class);
        var counts = new CountMetrics(
                ConfusionMatrix.of(rows.classes(), rows.actual(), rows.predicted()),
                rows.positive(),
                rules.averaging());
        for (var metric : Metric.values()) {
            if (metric.basis() == Metric.Basis.COUNTS) {
                scores.put(metric, counts.of(metric));
            } else if (rows.probability().isEmpty()) {
                scores.put(metric, NO_PROBABILITIES);
            }
        }
        if (rows.probability().isPresent()) {
            addRanking(scores, rows, rules);
            addProbability(scores, rows, rules);
        }
        return Collections.unmodifiableMap(scores);
    }

    private static void addRanking(Map<Metric, MetricValue> scores, ScoredRows rows, ScoringRules rules) {
        var ranked = new ArrayList<RankedScores>();
        var probability = rows.probability().orElseThrow();
        for (var c = 0; c < rows.classes().size(); c++) {
            if (rows.positive().isEmpty() || rows.positive().get() == c) {
                ranked.add(RankedScores.of(probability[c], rows.is(c)));
            }
        }
        var rowsOfClasses = rows.positive().isPresent() ? new long[] {1} : rows.rowsOfClasses();
        Function<Function<RankedScores, MetricValue>, MetricValue> average =
                metric -> rules.averaging().of(ranked.stream().map(metric).toList(), rowsOfClasses);
        scores.put(Metric.AUROC, average.apply(RankedScores::auroc));
        scores.put(Metric.AVERAGE_PRECISION, average.apply(RankedScores::averagePrecision));
        scores.put(
                Metric.SENSITIVITY_AT_SPECIFICITY,
                average.apply(ranking -> ranking.sensitivityAtSpecificity(rules.specificity())));
    }

    private static void addProbability(Map<Metric, MetricValue> scores, ScoredRows rows, ScoringRules rules) {
        var probability = rows.probability().orElseThrow();
        if (rows.positive().isPresent()) {
            int positive = rows.positive().get();
            var is = rows.is(positive);
            scores.put(Metric.BRIER, BrierScore.of(probability[positive], is));
            scores.put(Metric.LOG_LOSS, LogLoss.of(probability[positive], is));
            scores.put(
                    Metric.CALIBRATION_ERROR, CalibrationError.of(probability[positive], is, rules.calibrationBins()));
        } else {
            scores.put(Metric.BRIER, BrierScore.of(probability, rows.actual()));
            scores.put(Metric.LOG_LOSS, LogLoss.of(probability, rows.actual()));
            scores.put(
                    Metric.CALIBRATION_ERROR, CalibrationError.of(probability, rows.actual(), rules.calibrationBins()));
        }
    }
}
