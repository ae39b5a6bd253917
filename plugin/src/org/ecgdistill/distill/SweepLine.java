package org.ecgdistill.distill;

import java.util.Map;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * What became of one pair in one fold.
 *
 * @param fold the fold that was left out; -1 for the model of all rows
 * @param pair that was tried
 * @param epoch the epoch that the inner validation rows chose; the last without any
 * @param inner how good the student is on the inner validation rows; empty without any
 * @param outOfFold how good it is on the fold's rows, which chose nothing; empty for the model of all rows
 * @param seconds of training
 * @param isChosen whether the fold's student learnt with this pair in the end
 */
public record SweepLine(
        int fold,
        Pair pair,
        int epoch,
        Map<Metric, MetricValue> inner,
        Map<Metric, MetricValue> outOfFold,
        double seconds,
        boolean isChosen) {

    public SweepLine {
        inner = Map.copyOf(inner);
        outOfFold = Map.copyOf(outOfFold);
    }

    /** How good the pair looks from inside, higher being better; the worst where that can't be said. */
    double worth(final Metric metric) {
        var value = inner.get(metric);
        if (value == null || !value.isPresent()) {
            return Double.NEGATIVE_INFINITY;
        }
        return metric.higherIsBetter() ? value.value() : -value.value();
    }

    SweepLine chosen() {
        return new SweepLine(fold, pair, epoch, inner, outOfFold, seconds, true);
    }
}
