package org.ecgdistill.evaluation.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.ecgdistill.evaluation.metrics.Metric;

/**
 * All results of one model.
 *
 * @param folds one for each fold; empty where there is no fold column
 * @param classes the classes whose curves are shown: the positive one, or all
 * @param calibration one for each method; empty without probabilities
 * @param ec57 if requested
 */
public record ModelResult(
        String name,
        ModelFacts facts,
        Map<Metric, MetricSummary> metrics,
        List<FoldScores> folds,
        List<ClassScores> classes,
        ConfusionMatrix confusion,
        List<CalibrationScores> calibration,
        Optional<Ec57Report> ec57) {

    static ModelResult of(
            ModelPredictions model,
            Map<Metric, MetricSummary> metrics,
            List<FoldScores> folds,
            List<ClassScores> classes,
            ConfusionMatrix confusion,
            List<CalibrationScores> calibration,
            Optional<Ec57Report> ec57) {
        return new ModelResult(model.name(), model.facts(), metrics, folds, classes, confusion, calibration, ec57);
    }

    public MetricSummary metric(Metric metric) {
        return metrics.get(metric);
    }
}
