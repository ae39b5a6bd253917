package org.ecgdistill.evaluation.intervals;

/** Figures that can be had from how often each unit is counted. */
public interface WeightedStatistics {

    /** How many figures there are. */
    int size();

    /**
     * @param weights how often each unit is counted; may be longer than there are units
     * @param figures where the figures go; NaN stands for one that has no value
     */
    void compute(int[] weights, double[] figures);
}
