package org.ecgdistill.quantum.optimiser;

import java.util.Arrays;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;
import org.ecgdistill.common.Progress;

/**
 * CMA-ES (Hansen and Ostermeier, Evol. Comput. 9, 2001), from Commons Math: a random population whose spread adapts, no
 * gradient.
 */
public record CmaEs(int maximumEvaluations, long seed) implements Optimiser {

    private static final double FIRST_SPREAD = 0.5;

    @Override
    public Optimum minimise(CostFunction objective, double[] start, Progress progress) {
        var tracker = new Tracker(objective, maximumEvaluations, progress);
        var spread = new double[start.length];
        Arrays.fill(spread, FIRST_SPREAD);
        // The size that Hansen recommends.
        var population = 4 + (int) (3 * Math.log(start.length));
        var optimiser = new CMAESOptimizer(
                Integer.MAX_VALUE, Double.NEGATIVE_INFINITY, true, 0, 0, new MersenneTwister(seed), false, null);
        return tracker.optimum(
                optimiser,
                start,
                SimpleBounds.unbounded(start.length),
                new CMAESOptimizer.Sigma(spread),
                new CMAESOptimizer.PopulationSize(population));
    }
}
