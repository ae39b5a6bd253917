package org.ecgdistill.evaluation.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.calibration.CrossFitting;
import org.ecgdistill.evaluation.metrics.CalibrationError;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.ecgdistill.evaluation.metrics.ScoredRows;

/**
 * One model on the common rows: probabilities of the classes, calibrated if requested, and the class that follows from
 * the threshold or is the most probable.
 *
 * @param thresholds of each fold; empty where the model gave predictions only, or all classes count alike
 */
record Alignment(ScoredRows rows, List<MetricValue> thresholds) {

    static Alignment of(
            ModelPredictions model,
            Optional<ProbabilityColumns> columns,
            CommonRows common,
            ComparisonOptions options,
            Collection<Finding> findings) {
        if (columns.isEmpty()) {
            return new Alignment(byPrediction(model, common, findings), List.of());
        }
        var probability = probabilities(columns.get(), common);
        var given = new ScoredRows(
                common.classes().names(),
                common.classes().positive(),
                common.actual(),
                new int[common.size()],
                Optional.of(probability));
        Contradictions.find(model, common, findings);
        var calibrated = options.calibration() == CalibrationMethod.NONE
                ? probability
                : new CrossFitting(options.calibration())
                        .calibrate(given, common.fold(), common.folds().size());
        if (common.classes().positive().isPresent()) {
            return byThreshold(with(given, calibrated), model, common, options, findings);
        }
        var predicted = mostProbable(columns.get(), calibrated, common);
        return new Alignment(with(with(given, calibrated), predicted), List.of());
    }

    private static double[][] probabilities(ProbabilityColumns columns, CommonRows common) {
        var probability = new double[common.classes().size()][common.size()];
        for (var c = 0; c < probability.length; c++) {
            for (var i = 0; i < common.size(); i++) {
                probability[c][i] = columns.of(c, common.row()[i], common.cases());
            }
        }
        return probability;
    }

    private static ScoredRows byPrediction(ModelPredictions model, CommonRows common, Collection<Finding> findings) {
        var predicted = new int[common.size()];
        var unknown = 0;
        var example = "";
        for (var i = 0; i < predicted.length; i++) {
            var label = model.predicted(common.row()[i]).orElseThrow();
            var known = common.classes().of(label);
            if (known.isPresent()) {
                predicted[i] = known.get();
            } else {
                unknown++;
                example = label;
                predicted[i] = wrong(common, i);
            }
        }
        if (unknown > 0) {
            findings.add(Finding.warning("Model " + Words.quoted(model.name()) + " predicts "
                    + Words.quoted(example) + " or another class that is not a label in "
                    + Words.count(unknown, "row", "rows") + "; they count as wrong."));
        }
        return new ScoredRows(
                common.classes().names(), common.classes().positive(), common.actual(), predicted, Optional.empty());
    }

    /** Of two classes the other one; of several the place for classes that are not labels. */
    private static int wrong(CommonRows common, int i) {
        return common.classes().positive().isPresent()
                ? 1 - common.actual()[i]
                : common.classes().size();
    }

    private static int[] mostProbable(ProbabilityColumns columns, double[][] calibrated, CommonRows common) {
        var predicted = new int[common.size()];
        for (var i = 0; i < predicted.length; i++) {
            var best = CalibrationError.mostProbable(calibrated, i);
            var outside = columns.outside().length > 0
                    && columns.ofOutside(common.row()[i], common.cases()) > calibrated[best][i];
            predicted[i] = outside ? common.classes().size() : best;
        }
        return predicted;
    }

    private static Alignment byThreshold(
            ScoredRows rows,
            ModelPredictions model,
            CommonRows common,
            ComparisonOptions options,
            Collection<Finding> findings) {
        int positive = rows.positive().orElseThrow();
        var score = rows.probability().orElseThrow()[positive];
        var thresholds = IntStream.range(0, common.folds().size())
                .mapToObj(fold -> threshold(rows, fold, common, options.threshold()))
                .toList();
        var predicted = new int[rows.size()];
        for (var i = 0; i < predicted.length; i++) {
            predicted[i] = score[i] >= thresholds.get(common.fold()[i]).value() ? positive : 1 - positive;
        }
        for (var fold = 0; fold < thresholds.size(); fold++) {
            if (!thresholds.get(fold).note().isEmpty()) {
                findings.add(Finding.warning("Model " + Words.quoted(model.name()) + ", fold "
                        + common.folds().get(fold) + ": " + thresholds.get(fold).note() + "."));
            }
        }
        return new Alignment(with(rows, predicted), thresholds);
    }

    private static MetricValue threshold(ScoredRows rows, int fold, CommonRows common, DecisionThreshold rule) {
        if (rule instanceof DecisionThreshold.Fixed fixed) {
            return MetricValue.of(fixed.threshold());
        }
        if (common.folds().size() < 2) {
            throw new EvaluationException(
                    "A threshold for each fold is chosen on the other folds, so there must be at least"
                            + " two; choose a fold column or a fixed threshold.");
        }
        var others = rows.at(IntStream.range(0, rows.size())
                .filter(i -> common.fold()[i] != fold)
                .toArray());
        int positive = rows.positive().orElseThrow();
        var youden = RankedScores.of(others.probability().orElseThrow()[positive], others.is(positive))
                .youdenThreshold();
        return youden.isPresent()
                ? youden
                : MetricValue.of(0.5, "threshold 0.5, because the other folds hold one class only");
    }

    private static ScoredRows with(ScoredRows rows, double[][] probability) {
        return new ScoredRows(
                rows.classes(), rows.positive(), rows.actual(), rows.predicted(), Optional.of(probability));
    }

    private static ScoredRows with(ScoredRows rows, int[] predicted) {
        return new ScoredRows(rows.classes(), rows.positive(), rows.actual(), predicted, rows.probability());
    }
}
