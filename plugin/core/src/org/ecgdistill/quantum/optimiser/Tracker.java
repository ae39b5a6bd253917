package org.ecgdistill.quantum.optimiser;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.OptimizationData;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.MultivariateOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.QuantumException;

/** An objective that remembers the best parameters, reports progress, and refuses values that are not numbers. */
final class Tracker implements CostFunction {

    private final CostFunction objective;
    private final int budget;
    private final Progress progress;
    private double[] best;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int evaluations;

    Tracker(CostFunction objective, int budget, Progress progress) {
        if (budget < 1) {
            throw new QuantumException("The optimiser has " + budget + " evaluations: choose at least 1.");
        }
        this.objective = objective;
        this.budget = budget;
        this.progress = progress;
    }

    @Override
    public double value(double[] parameters) {
        progress.report(Math.min(1, (double) evaluations / budget), "Optimising, value " + (float) bestValue);
        var value = objective.value(parameters);
        evaluations++;
        if (!Double.isFinite(value)) {
            throw new QuantumException("After " + evaluations + " tries the value to be minimised is " + value
                    + " instead of a number: choose smaller steps.");
        }
        if (value < bestValue) {
            bestValue = value;
            best = parameters.clone();
        }
        return value;
    }

    @Override
    public double[] gradient(double[] parameters) {
        progress.report(Math.min(1, (double) evaluations / budget), "Optimising, value " + (float) bestValue);
        return objective.gradient(parameters);
    }

    /**
     * The best parameters that an optimiser of Commons Math tries within the budget.
     *
     * @param settings of this optimiser alone
     */
    Optimum optimum(MultivariateOptimizer optimiser, double[] start, OptimizationData... settings) {
        var data = new ArrayList<>(List.of(settings));
        data.add(new MaxEval(budget));
        data.add(new ObjectiveFunction(this::value));
        data.add(GoalType.MINIMIZE);
        data.add(new InitialGuess(start));
        try {
            optimiser.optimize(data.toArray(OptimizationData[]::new));
        } catch (TooManyEvaluationsException ex) {
            // The budget is spent: the best parameters so far are the result.
        }
        return optimum();
    }

    boolean hasBudget(int needed) {
        return evaluations + needed <= budget;
    }

    Optimum optimum() {
        return new Optimum(best, bestValue, evaluations);
    }
}
