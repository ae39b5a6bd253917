package org.ecgdistill.evaluation.study;

import org.ecgdistill.evaluation.curves.DecisionCurve;
import org.ecgdistill.evaluation.curves.PrecisionRecallCurve;
import org.ecgdistill.evaluation.curves.ReliabilityCurve;
import org.ecgdistill.evaluation.curves.RocCurve;
import org.ecgdistill.evaluation.metrics.BinaryCounts;
import org.ecgdistill.evaluation.metrics.MetricValue;

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
        DecisionCurve decision) {}
