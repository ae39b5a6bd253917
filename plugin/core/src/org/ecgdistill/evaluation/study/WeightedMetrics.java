package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.intervals.ResamplePair;
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
    private final List<Cell> cells;
    private final int[] rowsOfSubject;
    private final double[] brier;
    private final double[] logLoss;
    private final List<WeightedRanking> rankings = new ArrayList<>();

    /** One cell of the confusion matrix: the subjects that have rows in it, and how many. */
    private record Cell(int actual, int predicted, int[] subject, int[] rows) {

        static Cell of(int actual, int predicted, int[] rowsOfSubject) {
            var subject = IntStream.range(0, rowsOfSubject.length)
                    .filter(s -> rowsOfSubject[s] > 0)
                    .toArray();
            var rows = IntStream.of(subject).map(s -> rowsOfSubject[s]).toArray();
            return new Cell(actual, predicted, subject, rows);
        }

        /** Of both resamples, as {@link ResamplePair} has them. */
        long weighted(long[] weights) {
            var sum = 0L;
            for (var i = 0; i < subject.length; i++) {
                sum += rows[i] * weights[subject[i]];
            }
            return sum;
        }
    }

    WeightedMetrics(ScoredRows rows, int[] subject, int subjects, ScoringRules rules) {
        this.rows = rows;
        this.rules = rules;
        cells = cells(rows, subject, subjects);
        rowsOfSubject = new int[subjects];
        for (var s : subject) {
            rowsOfSubject[s]++;
        }
        var hasProbability = rows.probability().isPresent();
        brier = new double[hasProbability ? subjects : 0];
        logLoss = new double[hasProbability ? subjects : 0];
        if (hasProbability) {
            addLosses(subject);
            for (var c = 0; c < rows.classes().size(); c++) {
                if (rows.positive().isEmpty() || rows.positive().get() == c) {
                    rankings.add(new WeightedRanking(rows.probability().get()[c], rows.is(c), subject));
                }
            }
        }
    }

    private static List<Cell> cells(ScoredRows rows, int[] subject, int subjects) {
        var classes = rows.classes().size();
        var counts = new int[classes][classes + 1][];
        for (var i = 0; i < rows.size(); i++) {
            var ofActual = counts[rows.actual()[i]];
            var predicted = rows.predicted()[i];
            if (ofActual[predicted] == null) {
                ofActual[predicted] = new int[subjects];
            }
            ofActual[predicted][subject[i]]++;
        }
        var cells = new ArrayList<Cell>();
        for (var actual = 0; actual < classes; actual++) {
            for (var predicted = 0; predicted <= classes; predicted++) {
                if (counts[actual][predicted] != null) {
                    cells.add(Cell.of(actual, predicted, counts[actual][predicted]));
                }
            }
        }
        return List.copyOf(cells);
    }

    private void addLosses(int[] subject) {
        var probability = rows.probability().orElseThrow();
        for (var i = 0; i < rows.size(); i++) {
            var actual = rows.actual()[i];
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
    public void compute(long[] weights, double[] lower, double[] upper) {
        Arrays.fill(lower, Double.NaN);
        Arrays.fill(upper, Double.NaN);
        var ofCells = cells.stream().mapToLong(cell -> cell.weighted(weights)).toArray();
        var rowsOfLower = count(ofCells, ResamplePair::lower, lower);
        var rowsOfUpper = count(ofCells, ResamplePair::upper, upper);
        if (!rankings.isEmpty()) {
            rankings.forEach(ranking -> ranking.weigh(weights));
            rank(Metric.AUROC, WeightedRanking::auroc, lower, rowsOfLower, upper, rowsOfUpper);
            rank(Metric.AVERAGE_PRECISION, WeightedRanking::averagePrecision, lower, rowsOfLower, upper, rowsOfUpper);
            rank(
                    Metric.SENSITIVITY_AT_SPECIFICITY,
                    ranking -> ranking.sensitivityAtSpecificity(rules.specificity()),
                    lower,
                    rowsOfLower,
                    upper,
                    rowsOfUpper);
            lose(weights, lower, upper);
        }
    }

    /** The metrics from counts, of one of the resamples; returns its rows of each class. */
    private long[] count(long[] ofCells, LongUnaryOperator half, double[] figures) {
        var classes = rows.classes().size();
        var counts = new long[classes][classes + 1];
        var rowsOfClasses = new long[classes];
        for (var i = 0; i < ofCells.length; i++) {
            var cell = cells.get(i);
            counts[cell.actual][cell.predicted] = half.applyAsLong(ofCells[i]);
            rowsOfClasses[cell.actual] += counts[cell.actual][cell.predicted];
        }
        var matrix = ConfusionMatrix.of(rows.classes(), counts);
        var countMetrics = new CountMetrics(matrix, rows.positive(), rules.averaging());
        for (var metric : Metric.values()) {
            if (metric.basis() == Metric.Basis.COUNTS) {
                figures[metric.ordinal()] = countMetrics.of(metric).orElse(Double.NaN);
            }
        }
        return rowsOfClasses;
    }

    private void rank(
            Metric metric,
            Function<WeightedRanking, WeightedRanking.Both> ofRanking,
            double[] lower,
            long[] rowsOfLower,
            double[] upper,
            long[] rowsOfUpper) {
        var ofClasses = rankings.stream().map(ofRanking).toList();
        lower[metric.ordinal()] = average(ofClasses, WeightedRanking.Both::lower, rowsOfLower);
        upper[metric.ordinal()] = average(ofClasses, WeightedRanking.Both::upper, rowsOfUpper);
    }

    private double average(
            List<WeightedRanking.Both> ofClasses, ToDoubleFunction<WeightedRanking.Both> half, long[] rowsOfClasses) {
        if (rows.positive().isPresent()) {
            return half.applyAsDouble(ofClasses.get(0));
        }
        var values = ofClasses.stream()
                .mapToDouble(half)
                .mapToObj(value -> Double.isNaN(value) ? UNDEFINED : MetricValue.of(value))
                .toList();
        return rules.averaging().of(values, rowsOfClasses).orElse(Double.NaN);
    }

    /** Brier score and log loss: sums over rows, and so over subjects. */
    private void lose(long[] weights, double[] lower, double[] upper) {
        var total = 0L;
        var lowerBrier = 0.0;
        var upperBrier = 0.0;
        var lowerLoss = 0.0;
        var upperLoss = 0.0;
        for (var s = 0; s < brier.length; s++) {
            var ofLower = ResamplePair.lower(weights[s]);
            var ofUpper = ResamplePair.upper(weights[s]);
            total += rowsOfSubject[s] * weights[s];
            lowerBrier += brier[s] * ofLower;
            upperBrier += brier[s] * ofUpper;
            lowerLoss += logLoss[s] * ofLower;
            upperLoss += logLoss[s] * ofUpper;
        }
        lower[Metric.BRIER.ordinal()] = lowerBrier / ResamplePair.lower(total);
        upper[Metric.BRIER.ordinal()] = upperBrier / ResamplePair.upper(total);
        lower[Metric.LOG_LOSS.ordinal()] = lowerLoss / ResamplePair.lower(total);
        upper[Metric.LOG_LOSS.ordinal()] = upperLoss / ResamplePair.upper(total);
    }
}
