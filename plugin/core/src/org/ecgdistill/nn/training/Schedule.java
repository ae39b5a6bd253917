package org.ecgdistill.nn.training;

import java.util.Map;
import org.ecgdistill.nn.NetworkException;

/**
 * How long and how fast a network learns.
 *
 * @param epochs how often all rows are seen
 * @param batch rows in a step
 * @param rate the learning rate at the start
 * @param curve how the rate changes
 * @param weightDecay how strongly numbers are pulled towards zero
 * @param decoupled whether the decay acts beside the gradient (AdamW) rather than through it (Adam)
 * @param clip the largest gradient of a single number, positive or negative; 0 for no limit
 * @param patience epochs without improvement after which training stops; 0 for never
 * @param seed of the order of the rows
 * @param factors how many times the learning rate some arrays learn with, by the beginning of their names
 */
public record Schedule(
        int epochs,
        int batch,
        double rate,
        RateCurve curve,
        double weightDecay,
        boolean decoupled,
        double clip,
        int patience,
        long seed,
        Map<String, Double> factors) {

    public Schedule {
        factors = Map.copyOf(factors);
        if (epochs < 1 || batch < 1) {
            throw new NetworkException(
                    "Epochs and batch size must be at least 1, but are " + epochs + " and " + batch + ".");
        }
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new NetworkException("The learning rate must be above 0, but is " + rate + ". Usual are 0.001 for a"
                    + " random start and 0.0001 for fine-tuning.");
        }
        if (!(weightDecay >= 0) || !(clip >= 0) || patience < 0) {
            throw new NetworkException("Weight decay, gradient bound and patience can't be negative.");
        }
        for (var factor : factors.entrySet()) {
            if (!(factor.getValue() >= 0) || Double.isInfinite(factor.getValue())) {
                throw new NetworkException("The learning rate of \"" + factor.getKey() + "\" can't be "
                        + factor.getValue() + " times that of the rest: choose 0 or more.");
            }
        }
    }

    /** Adam with a constant rate, without decay, bound or early stop. */
    public static Schedule of(int epochs, int batch, double rate, long seed) {
        return new Schedule(epochs, batch, rate, RateCurve.CONSTANT, 0, false, 0, 0, seed, Map.of());
    }

    /** The same with a rate that changes. */
    public Schedule withCurve(RateCurve other) {
        return new Schedule(epochs, batch, rate, other, weightDecay, decoupled, clip, patience, seed, factors);
    }

    /** The same with weight decay, beside the gradient or through it. */
    public Schedule withWeightDecay(double decay, boolean isDecoupled) {
        return new Schedule(epochs, batch, rate, curve, decay, isDecoupled, clip, patience, seed, factors);
    }

    /** The same with a bound for each number of the gradient. */
    public Schedule withClip(double bound) {
        return new Schedule(epochs, batch, rate, curve, weightDecay, decoupled, bound, patience, seed, factors);
    }

    /** The same with an early stop. */
    public Schedule withPatience(int number) {
        return new Schedule(epochs, batch, rate, curve, weightDecay, decoupled, clip, number, seed, factors);
    }

    /** The same with other learning rates for some arrays: a multiple of the rate, by the beginning of their names. */
    public Schedule withFactors(Map<String, Double> others) {
        return new Schedule(epochs, batch, rate, curve, weightDecay, decoupled, clip, patience, seed, others);
    }

    /**
     * The seed of a fold's model, which does not depend on when or where it is trained.
     *
     * @param fold -1 for the model of all rows
     */
    public static long seedOf(long seed, int fold) {
        return seed * 31 + fold + 1;
    }

    /** The same with another seed. */
    public Schedule withSeed(long other) {
        return new Schedule(epochs, batch, rate, curve, weightDecay, decoupled, clip, patience, other, factors);
    }

    /** The same with that many epochs, all of which are trained. */
    public Schedule withEpochs(int number) {
        return new Schedule(number, batch, rate, curve, weightDecay, decoupled, clip, 0, seed, factors);
    }

    /** How many times the rate an array learns with. */
    double factor(String array) {
        return factors.entrySet().stream()
                .filter(factor -> array.startsWith(factor.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }
}
