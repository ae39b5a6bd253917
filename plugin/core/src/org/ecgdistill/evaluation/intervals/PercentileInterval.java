package org.ecgdistill.evaluation.intervals;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Interval from bootstrap replicates: their percentiles, moved outwards for few units as a t interval is wider than a
 * normal one. Plain percentiles are too narrow by a factor of about sqrt((n - 1) / n) and ignore that the spread itself is
 * estimated (Hesterberg 2015, "What teachers should know about the bootstrap", expanded percentile interval).
 */
public final class PercentileInterval {

    /** With more undefined replicates than this share, the rest would no longer stand for what could have happened. */
    static final double MOST_UNDEFINED = 0.05;

    private PercentileInterval() {}

    /**
     * @param replicates one figure for each resample; NaN where it had none
     * @param units how many units were drawn from
     * @return empty where there are fewer than two units or too many replicates without a figure
     */
    public static Optional<Interval> of(double[] replicates, int units, double level) {
        var defined = Arrays.stream(replicates).filter(Double::isFinite).toArray();
        if (units < 2
                || defined.length < 2
                || replicates.length - defined.length > MOST_UNDEFINED * replicates.length) {
            return Optional.empty();
        }
        var tail = tail(units, level);
        var percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_6);
        percentile.setData(defined);
        return Optional.of(new Interval(percentile.evaluate(100 * tail), percentile.evaluate(100 * (1 - tail)), level));
    }

    /** The share of replicates beyond each end. */
    static double tail(int units, double level) {
        var t = new TDistribution(null, units - 1.0).inverseCumulativeProbability((1 + level) / 2);
        return new NormalDistribution(null, 0, 1).cumulativeProbability(-t * Math.sqrt(units / (units - 1.0)));
    }
}
