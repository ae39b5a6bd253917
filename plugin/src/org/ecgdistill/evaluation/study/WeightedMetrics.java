package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ecgdistill.evaluation.intervals.WeightedRanking;
import org.ecgdistill.evaluation.intervals.WeightedStatistics;
import org.ecgdistill.evaluation.metrics.BrierScore;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.ecgdistill.evaluation.metrics.CountMetrics;
import org.ecgdistill.evaluation.metrics.LogLoss;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.ecgdistill.evaluation.metrics.ScoringRules;

/**
 * The metrics of one model when subjects count as often as they were drawn; figures are in the order of {@link Metric}. The
 * calibration error is left out: drawing rows twice makes the bins uneven, so its replicates are too large.
 */
final class WeightedMetrics implements WeightedStatistics {

    private static final MetricValue UNDEFINED = MetricValue.missing("undefined in this resample");

    private final ScoredRows rows;
    private final ScoringRules rules;
    private final int subjects;
    /** Rows of each subject in each cell of the confusion matrix, as [actual][predicted][subject]; null where none. */
    private final int[][][] cells;

    private final int[] rowsOfSubject;
    private final double[] brier;
    private final double[] logLoss;
    private final List<WeightedRanking> rankings = new ArrayList<>();

    WeightedMetrics(ScoredRows rows, int[] subject, int subjects, ScoringRules rules) {
        this.rows = rows;
        this.rules = rules;
        this.subjects = subjects;
        int classes = rows.classes().size();
        cells = new int[classes][classes + 1][];
        rowsOfSubject = new int[subjects];
        for (int i = 0; i < rows.size(); i++) {
            var ofActual = cells[rows.actual()[i]];
            int predicted = rows.predicted()[i];
            if (ofActual[predicted] == null) {
                ofActual[predicted] = new int[subjects];
            }
            ofActual[predicted][subject[i]]++;
            rowsOfSubject[subject[i]]++;
        }
        boolean hasProbability = rows.probability().isPresent();
        brier = new double[hasProbability ? subjects : 0];
        logLoss = new double[hasProbability ? subjects : 0];
        if (hasProbability) {
            addLosses(subject);
            for (int c = 0; c < classes; c++) {
                if (rows.positive().isEmpty() || rows.positive().get() == c) {
                    rankings.add(new WeightedRanking(rows.probability().get()[c], rows.is(c), subject));
                }
            }
        }
    }

    private void addLosses(int[] subject) {
        var probability = rows.probability().orElseThrow();
        for (int i = 0; i < rows.size(); i++) {
            int actual = rows.actual()[i];
            if (rows.positive().isPresent()) {
                int positive = rows.positive().get();
                brier[subject[i]] += BrierScore.ofRow(probability[positive][i], actual == positive);
            } else {
                brier[subject[i]] += BrierScore.ofRow(probability, i, actual);
            }
            logLoss[subject[i]] += LogLoss.ofProbability(probability[actual][i]);
        }
    }

    @Override
    public int size() {
        return Metric.values().length;
    }

    @Override
    public void compute(int[] weights, double[] figures) {
        Arrays.fill(figures, Double.NaN);
        var counts = new long[cells.length][cells.length + 1];
        var rowsOfClasses = new long[cells.length];
        for (int actual = 0; actual < cells.length; actual++) {
            for (int predicted = 0; predicted <= cells.length; predicted++) {
                var cell = cells[actual][predicted];
                counts[actual][predicted] = cell == null ? 0 : weighted(cell, weights);
                rowsOfClasses[actual] += counts[actual][predicted];
            }
        }
        var matrix = ConfusionMatrix.of(rows.classes(), counts);
        var countMetrics = new CountMetrics(matrix, rows.positive(), rules.averaging());
        for (var metric : Metric.values()) {
            if (metric.basis() == Metric.Basis.COUNTS) {
                figures[metric.ordinal()] = countMetrics.of(metric).orElse(Double.NaN);
            }
        }
        if (!rankings.isEmpty()) {
            rankings.forEach(ranking -> ranking.weigh(weights));
            figures[Metric.AUROC.ordinal()] = average(WeightedRanking::auroc, rowsOfClasses);
            figures[Metric.AVERAGE_PRECISION.ordinal()] = average(WeightedRanking::averagePrecision, rowsOfClasses);
            figures[Metric.SENSITIVITY_AT_SPECIFICITY.ordinal()] =
                    average(ranking -> ranking.sensitivityAtSpecificity(rules.specificity()), rowsOfClasses);
            double total = weighted(rowsOfSubject, weights);
            figures[Metric.BRIER.ordinal()] = weighted(brier, weights) / total;
            figures[Metric.LOG_LOSS.ordinal()] = weighted(logLoss, weights) / total;
        }
    }

    private double average(ToDoubleFunction<WeightedRanking> metric, long[] rowsOfClasses) {
        if (rows.positive().isPresent()) {
            return metric.applyAsDouble(rankings.get(0));
        }
        var values = rankings.stream()
                .mapToDouble(metric)
                .mapToObj(value -> Double.isNaN(value) ? UNDEFINED : MetricValue.of(value))
                .toList();
        return rules.averaging().of(values, rowsOfClasses).orElse(Double.NaN);
    }

    private int weighted(int[] values, int[] weights) {
        int sum = 0;
        for (int s = 0; s < subjects; s++) {
            sum += values[s] * weights[s];
        }
        return sum;
    }

    private double weighted(double[] values, int[] weights) {
        double even = 0; // two sums, so that one addition need not wait for the other
        double odd = 0;
        for (int s = 0; s + 1 < subjects; s += 2) {
            even += values[s] * weights[s];
            odd += values[s + 1] * weights[s + 1];
        }
        return even + odd + (subjects % 2 == 0 ? 0 : values[subjects - 1] * weights[subjects - 1]);
    }
}
