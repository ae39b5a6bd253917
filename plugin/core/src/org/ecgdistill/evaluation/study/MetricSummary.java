package org.ecgdistill.evaluation.study;

import java.util.Optional;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * One metric of one model.
 *
 * @param mean over the folds that have it
 * @param deviation standard deviation over these folds
 * @param folds how many these are
 * @param pooled over all rows at once
 * @param interval of the pooled figure, by bootstrap over subjects; empty where it cannot be had
 * @param wilson interval of the pooled figure as a share of independent rows; empty where it is no share
 */
public record MetricSummary(
        MetricValue mean,
        MetricValue deviation,
        int folds,
        MetricValue pooled,
        Optional<Interval> interval,
        Optional<Interval> wilson) {

    /** The figure to lead with: the mean over folds, or the pooled one where there are no folds. */
    public MetricValue headline() {
        return mean.isPresent() ? mean : pooled;
    }
}
