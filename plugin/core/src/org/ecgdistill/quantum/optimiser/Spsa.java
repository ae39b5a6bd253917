package org.ecgdistill.quantum.optimiser;

import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.QuantumException;

/**
 * SPSA: steps along gradients estimated from two values each, with the gains that Spall recommends (Johns Hopkins APL Tech.
 * Dig. 19, 1998). Made for noisy values. Each step takes a third evaluation, to know the best parameters.
 *
 * @param firstStep how strongly the first estimates are followed, for example 0.1
 * @param firstPerturbation how far parameters are first moved to estimate the gradient, for example 0.1
 */
public record Spsa(int maximumEvaluations, double firstStep, double firstPerturbation, long seed) implements Optimiser {

    private static final double STEP_DECAY = 0.602;
    private static final double PERTURBATION_DECAY = 0.101;

    /** Evaluations of a step. */
    private static final int PER_STEP = 3;

    /** The part of all steps in which the gain hardly falls. */
    private static final double STABILITY = 0.1;

    public Spsa {
        if (!(firstStep > 0) || !(firstPerturbation > 0)) {
            throw new QuantumException("SPSA with a step of " + firstStep + " and a perturbation of "
                    + firstPerturbation + " cannot work: choose positive numbers, for example 0.1.");
        }
    }

    @Override
    public Optimum minimise(CostFunction objective, double[] start, Progress progress) {
        var tracker = new Tracker(objective, maximumEvaluations, progress);
        var random = new SplittableRandom(seed);
        var parameters = start.clone();
        tracker.value(parameters);
        var stability = STABILITY * maximumEvaluations / PER_STEP;
        for (var step = 0; tracker.hasBudget(PER_STEP); step++) {
            var gain = firstStep * Math.pow((1 + stability) / (step + 1 + stability), STEP_DECAY);
            var perturbation = firstPerturbation / Math.pow(step + 1.0, PERTURBATION_DECAY);
            var direction =
                    random.ints(start.length, 0, 2).map(bit -> 2 * bit - 1).toArray();
            var slope = (tracker.value(moved(parameters, direction, perturbation))
                            - tracker.value(moved(parameters, direction, -perturbation)))
                    / (2 * perturbation);
            parameters = moved(parameters, direction, -gain * slope);
            tracker.value(parameters);
        }
        return tracker.optimum();
    }

    private static double[] moved(double[] parameters, int[] direction, double by) {
        var moved = parameters.clone();
        for (var i = 0; i < moved.length; i++) {
            moved[i] += by * direction[i];
        }
        return moved;
    }
}
