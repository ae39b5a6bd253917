package org.ecgdistill.distill;

import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Verdict;

/**
 * The result of one pair in one fold.
 *
 * @param fold the fold that was left out; -1 for the model of all rows
 * @param pair that was tried
 * @param epoch the epoch that the inner validation rows chose; the last without any
 * @param inner how good the student is on the inner validation rows; empty without any
 * @param outOfFold how good it is on the fold's rows, which chose nothing; empty for the model of all rows
 * @param seconds of training
 * @param chosen why the fold's student learnt with this pair in the end; empty if it did not
 */
public record SweepLine(
        int fold,
        Pair pair,
        int epoch,
        Map<Metric, MetricValue> inner,
        Map<Metric, MetricValue> outOfFold,
        double seconds,
        Optional<Reason.Rule> chosen) {

    /** The measure that decides between pairs of equal score. */
    static final Metric LOSS = Metric.LOG_LOSS;

    public SweepLine {
        inner = Map.copyOf(inner);
        outOfFold = Map.copyOf(outOfFold);
    }

    /**
     * How good the pair is on the inner validation rows. The loss is that of the labels alone, whatever the student has
     * minimised: the losses of two pairs are different measures and can't be compared.
     */
    Verdict verdict(Metric metric) {
        return new Verdict(
                metric == LOSS ? Double.NaN : (metric.higherIsBetter() ? 1 : -1) * inner(metric), inner(LOSS));
    }

    private double inner(Metric metric) {
        var value = inner.get(metric);
        return value == null ? Double.NaN : value.orElse(Double.NaN);
    }

    public boolean isChosen() {
        return chosen.isPresent();
    }

    SweepLine chosen(Reason.Rule why) {
        return new SweepLine(fold, pair, epoch, inner, outOfFold, seconds, Optional.of(why));
    }
}
