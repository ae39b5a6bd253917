package org.ecgdistill.evaluation.study;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.intervals.Bootstrap;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.intervals.PercentileInterval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.ecgdistill.evaluation.metrics.Scores;
import org.ecgdistill.evaluation.metrics.ScoringRules;

/**
 * Metrics of a cross-validation as means over its folds, with intervals by a bootstrap over subjects: in each resample
 * every fold is scored and the mean taken over those folds that have a figure.
 *
 * @param means of each metric
 * @param intervals of those metrics that have one
 */
public record FoldMeans(Map<Metric, MetricValue> means, Map<Metric, Interval> intervals) {

    private static final int RESAMPLES = 1000;
    private static final double LEVEL = 0.95;

    public FoldMeans {
        means = Map.copyOf(means);
        intervals = Map.copyOf(intervals);
    }

    /**
     * @param folds the scored rows of each fold
     * @param subjects the subject of each of these rows, from 0
     * @param count how many subjects there are
     * @param seed of the bootstrap
     */
    public static FoldMeans of(List<ScoredRows> folds, List<int[]> subjects, int count, long seed, Progress progress) {
        var scores = folds.stream()
                .map(rows -> Scores.of(rows, ScoringRules.DEFAULT))
                .toList();
        var statistics = IntStream.range(0, folds.size())
                .mapToObj(fold -> new WeightedMetrics(folds.get(fold), subjects.get(fold), count, ScoringRules.DEFAULT))
                .toList();
        var replicates = new Bootstrap(count, RESAMPLES, seed).run(statistics, progress);
        var means = new EnumMap<Metric, MetricValue>(Metric.class);
        var intervals = new EnumMap<Metric, Interval>(Metric.class);
        for (var metric : Metric.values()) {
            var mean = mean(scores.stream()
                    .map(ofFold -> ofFold.get(metric))
                    .mapToDouble(value -> value.orElse(Double.NaN))
                    .toArray());
            means.put(
                    metric, Double.isNaN(mean) ? MetricValue.missing("no fold has this figure") : MetricValue.of(mean));
            var ofResamples = IntStream.range(0, RESAMPLES)
                    .mapToDouble(number -> mean(Arrays.stream(replicates)
                            .mapToDouble(ofFold -> ofFold[metric.ordinal()][number])
                            .toArray()))
                    .toArray();
            PercentileInterval.of(ofResamples, count, LEVEL).ifPresent(interval -> intervals.put(metric, interval));
        }
        return new FoldMeans(means, intervals);
    }

    private static double mean(double... values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
