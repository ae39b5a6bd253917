package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.calibration.CrossFitting;
import org.ecgdistill.evaluation.curves.ReliabilityCurve;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.intervals.PercentileInterval;
import org.ecgdistill.evaluation.intervals.Wilson;
import org.ecgdistill.evaluation.metrics.BinaryCounts;
import org.ecgdistill.evaluation.metrics.BrierScore;
import org.ecgdistill.evaluation.metrics.CalibrationError;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.ecgdistill.evaluation.metrics.LogLoss;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.ecgdistill.evaluation.metrics.Scores;

/** Makes the result of one model from its aligned rows and its bootstrap replicates. */
final class ModelScoring {

    /** How many steps {@link #result} reports. */
    static final int STEPS = 2 + Metric.values().length + CalibrationMethod.values().length;

    private static final MetricValue NO_FOLDS = MetricValue.missing("no fold column");

    private final ModelPredictions model;
    private final Alignment alignment;
    private final ScoredRows rows;
    private final CommonRows common;
    private final ComparisonOptions options;

    ModelScoring(ModelPredictions model, Alignment alignment, CommonRows common, ComparisonOptions options) {
        this.model = model;
        this.alignment = alignment;
        this.rows = alignment.rows();
        this.common = common;
        this.options = options;
    }

    /** @param replicates as [metric][resample]; empty without bootstrap */
    ModelResult result(double[][] replicates, Steps steps) {
        steps.next("Scoring the folds of " + model.name());
        var confusion = ConfusionMatrix.of(rows.classes(), rows.actual(), rows.predicted());
        var folds = common.hasFolds() ? folds() : List.<FoldScores>of();
        var summaries = summaries(folds, confusion, replicates, steps);
        steps.next("Drawing the curves of " + model.name());
        var classes = classes(confusion);
        var calibration = new ArrayList<CalibrationScores>();
        for (var method : CalibrationMethod.values()) {
            steps.next("Calibrating " + model.name());
            if (rows.probability().isPresent()) {
                calibration.add(calibrated(method));
            }
        }
        return ModelResult.of(
                model,
                summaries,
                folds,
                classes,
                confusion,
                List.copyOf(calibration),
                options.ec57() ? Optional.of(ec57(confusion)) : Optional.empty());
    }

    private List<FoldScores> folds() {
        var folds = new ArrayList<FoldScores>();
        for (var fold = 0; fold < common.folds().size(); fold++) {
            var rowsOfFold = rows.at(common.rowsOf(fold));
            Optional<Double> threshold = alignment.thresholds().isEmpty()
                    ? Optional.empty()
                    : Optional.of(alignment.thresholds().get(fold).value());
            folds.add(new FoldScores(
                    common.folds().get(fold), rowsOfFold.size(), threshold, Scores.of(rowsOfFold, options.rules())));
        }
        return List.copyOf(folds);
    }

    private Map<Metric, MetricSummary> summaries(
            List<FoldScores> folds, ConfusionMatrix confusion, double[][] replicates, Steps steps) {
        var pooled = Scores.of(rows, options.rules());
        var summaries = new EnumMap<Metric, MetricSummary>(Metric.class);
        for (var metric : Metric.values()) {
            // With a million resamples the interval of a single figure takes a tenth of a second.
            steps.next("Scoring " + model.name());
            var values = folds.stream()
                    .map(fold -> fold.scores().get(metric))
                    .filter(MetricValue::isPresent)
                    .mapToDouble(MetricValue::value)
                    .toArray();
            var interval = replicates.length == 0 || !pooled.get(metric).isPresent()
                    ? Optional.<Interval>empty()
                    : PercentileInterval.of(replicates[metric.ordinal()], common.subjects(), options.level());
            summaries.put(
                    metric,
                    new MetricSummary(
                            mean(folds, metric, values),
                            deviation(values),
                            values.length,
                            pooled.get(metric),
                            interval,
                            wilson(metric, confusion)));
        }
        return summaries;
    }

    private static MetricValue mean(List<FoldScores> folds, Metric metric, double[] values) {
        if (folds.isEmpty()) {
            return NO_FOLDS;
        }
        var reason = folds.stream()
                .map(fold -> fold.scores().get(metric))
                .filter(value -> !value.isPresent())
                .map(MetricValue::note)
                .findFirst();
        if (values.length == 0) {
            return MetricValue.missing(reason.orElseThrow());
        }
        return MetricValue.of(
                StatUtils.mean(values),
                reason.map(note -> "over " + values.length + " of " + folds.size() + " folds: " + note)
                        .orElse(""));
    }

    private static MetricValue deviation(double[] values) {
        return values.length < 2
                ? MetricValue.missing("fewer than two folds have this figure")
                : MetricValue.of(Math.sqrt(StatUtils.variance(values)));
    }

    private Optional<Interval> wilson(Metric metric, ConfusionMatrix confusion) {
        if (metric == Metric.ACCURACY) {
            return Optional.of(Wilson.of(confusion.right(), confusion.rows(), options.level()));
        }
        if (rows.positive().isEmpty()) {
            return Optional.empty();
        }
        var counts = confusion.oneAgainstRest(rows.positive().get());
        return switch (metric) {
            case SENSITIVITY -> wilson(counts.truePositives(), counts.positives());
            case SPECIFICITY -> wilson(counts.trueNegatives(), counts.negatives());
            case PRECISION -> wilson(counts.truePositives(), counts.predictedPositives());
            case NEGATIVE_PREDICTIVE_VALUE -> wilson(counts.trueNegatives(), counts.predictedNegatives());
            default -> Optional.empty();
        };
    }

    private Optional<Interval> wilson(long hits, long total) {
        return total == 0 ? Optional.empty() : Optional.of(Wilson.of(hits, total, options.level()));
    }

    private List<ClassScores> classes(ConfusionMatrix confusion) {
        var classes = new ArrayList<ClassScores>();
        for (var c = 0; c < rows.classes().size(); c++) {
            if (rows.positive().isEmpty() || rows.positive().get() == c) {
                classes.add(classScores(c, confusion.oneAgainstRest(c)));
            }
        }
        return List.copyOf(classes);
    }

    private ClassScores classScores(int c, BinaryCounts counts) {
        var name = rows.classes().get(c);
        if (rows.probability().isEmpty()) {
            return ClassScores.withoutProbabilities(name, counts);
        }
        var probability = rows.probability().get()[c];
        var is = rows.is(c);
        var reliability = ReliabilityCurve.of(probability, is, options.rules().calibrationBins(), options.level());
        return ClassScores.of(name, counts, RankedScores.of(probability, is), reliability);
    }

    private CalibrationScores calibrated(CalibrationMethod method) {
        double[][] probability;
        try {
            probability = new CrossFitting(method)
                    .calibrate(rows, common.fold(), common.folds().size());
        } catch (EvaluationException ex) {
            var missing = MetricValue.missing(ex.getMessage());
            return new CalibrationScores(method, missing, missing, missing);
        }
        var bins = options.rules().calibrationBins();
        if (rows.positive().isPresent()) {
            var is = rows.is(rows.positive().get());
            var ofPositive = probability[rows.positive().get()];
            return new CalibrationScores(
                    method,
                    CalibrationError.of(ofPositive, is, bins),
                    BrierScore.of(ofPositive, is),
                    LogLoss.of(ofPositive, is));
        }
        return new CalibrationScores(
                method,
                CalibrationError.of(probability, rows.actual(), bins),
                BrierScore.of(probability, rows.actual()),
                LogLoss.of(probability, rows.actual()));
    }

    private Ec57Report ec57(ConfusionMatrix confusion) {
        return common.hasSubjects()
                ? Ec57Report.of(rows.classes(), rows.actual(), rows.predicted(), common.subject(), common.subjects())
                : Ec57Report.of(confusion);
    }
}
