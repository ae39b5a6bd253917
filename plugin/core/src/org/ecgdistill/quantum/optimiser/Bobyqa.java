package org.ecgdistill.quantum.optimiser;

import java.util.Arrays;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.QuantumException;

/** Powell's BOBYQA (2009), from Commons Math: quadratic models of the values, no gradient. For values without noise. */
public record Bobyqa(int maximumEvaluations) implements Optimiser {

    /** Angles have a period of 4π, so this range to either side covers all values. */
    private static final double REACH = 2 * Math.PI;

    private static final double FIRST_RADIUS = 0.5;
    private static final double LAST_RADIUS = 1e-6;

    @Override
    public Optimum minimise(CostFunction objective, double[] start, Progress progress) {
        if (start.length < BOBYQAOptimizer.MINIMUM_PROBLEM_DIMENSION) {
            throw new QuantumException("BOBYQA needs at least " + BOBYQAOptimizer.MINIMUM_PROBLEM_DIMENSION
                    + " parameters, but there are " + start.length + ": choose another optimiser.");
        }
        var tracker = new Tracker(objective, maximumEvaluations, progress);
        var interpolationPoints = 2 * start.length + 1;
        var reach = new SimpleBounds(
                Arrays.stream(start).map(angle -> angle - REACH).toArray(),
                Arrays.stream(start).map(angle -> angle + REACH).toArray());
        return tracker.optimum(new BOBYQAOptimizer(interpolationPoints, FIRST_RADIUS, LAST_RADIUS), start, reach);
    }
}
