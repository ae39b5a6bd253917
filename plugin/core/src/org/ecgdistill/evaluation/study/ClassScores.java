package org.ecgdistill.evaluation.study;

import java.util.List;
import org.ecgdistill.evaluation.curves.DecisionCurve;
import org.ecgdistill.evaluation.curves.PrecisionRecallCurve;
import org.ecgdistill.evaluation.curves.ReliabilityCurve;
import org.ecgdistill.evaluation.curves.RocCurve;
import org.ecgdistill.evaluation.metrics.BinaryCounts;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * One model on one class against the rest, over all rows. Without probabilities, the areas are missing and the curves are
 * empty.
 */
public record ClassScores(
        String name,
        BinaryCounts counts,
        MetricValue auroc,
        MetricValue averagePrecision,
        RocCurve roc,
        PrecisionRecallCurve precisionRecall,
        ReliabilityCurve reliability,
        DecisionCurve decision) {

    private static final MetricValue NO_PROBABILITIES =
            MetricValue.missing("the model gave predictions only, no probabilities");

    static ClassScores of(String name, BinaryCounts counts, RankedScores ranked, ReliabilityCurve reliability) {
        return new ClassScores(
                name,
                counts,
                ranked.auroc(),
                ranked.averagePrecision(),
                RocCurve.of(ranked),
                PrecisionRecallCurve.of(ranked),
                reliability,
                DecisionCurve.of(ranked));
    }

    static ClassScores withoutProbabilities(String name, BinaryCounts counts) {
        return new ClassScores(
                name,
                counts,
                NO_PROBABILITIES,
                NO_PROBABILITIES,
                new RocCurve(List.of()),
                new PrecisionRecallCurve(List.of()),
                new ReliabilityCurve(List.of()),
                new DecisionCurve(List.of()));
    }
}
