package org.ecgdistill.quantum.optimiser;

import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;
import org.ecgdistill.common.Progress;

/** Conjugate gradients by Polak and Ribière, from Commons Math. Uses the gradient. */
public record ConjugateGradient(int maximumEvaluations) implements Optimiser {

    private static final double RELATIVE_CHANGE = 1e-9;
    private static final double ABSOLUTE_CHANGE = 1e-12;

    @Override
    public Optimum minimise(CostFunction objective, double[] start, Progress progress) {
        var tracker = new Tracker(objective, maximumEvaluations, progress);
        var optimiser = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(RELATIVE_CHANGE, ABSOLUTE_CHANGE));
        return tracker.optimum(optimiser, start, new ObjectiveFunctionGradient(tracker::gradient));
    }
}
