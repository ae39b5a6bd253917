package org.ecgdistill.evaluation.intervals;

/** Figures that follow from how often each unit is counted. */
public interface WeightedStatistics {

    /** How many figures there are. */
    int size();

    /**
     * @param weights how often each unit is counted, in two resamples at once as {@link ResamplePair} has them; may be
     *     longer than there are units
     * @param lower where the figures of the lower resample go; NaN stands for one that has no value
     * @param upper where those of the upper resample go
     */
    void compute(long[] weights, double[] lower, double[] upper);
}
