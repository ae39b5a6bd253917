package org.ecgdistill.distill;

import java.util.Map;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * How good the students of one method are when a share of the subjects has labels.
 *
 * @param method how they have learnt
 * @param share of the labelled subjects of the training side whose labels are known; 0 without labels
 * @param fold the fold that was left out; -1 for the mean over the folds
 * @param rows from which they have learnt; on average for the mean
 * @param scores on the fold's rows with a label
 * @param intervals of the mean at a level of 95 %, by a bootstrap over subjects; empty for a fold
 * @param seconds of training; of all folds for the mean
 */
public record LearningCurveLine(
        LearningCurve.Method method,
        double share,
        int fold,
        Counts rows,
        Map<Metric, MetricValue> scores,
        Map<Metric, Interval> intervals,
        double seconds) {

    /**
     * @param subjects with a label
     * @param labelled rows with a label, those that choose the epoch included
     * @param unlabelled rows that the teacher's predictions alone have taught
     */
    public record Counts(int subjects, int labelled, int unlabelled) {}

    public LearningCurveLine {
        scores = Map.copyOf(scores);
        intervals = Map.copyOf(intervals);
    }
}
