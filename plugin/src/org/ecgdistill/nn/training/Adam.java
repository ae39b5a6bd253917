package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.ecgdistill.nn.Torch;

/** Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) on one vector, as PyTorch counts them. */
final class Adam {

    private static final double BETA1 = 0.9;

    private static final double BETA2 = 0.999;

    private static final double EPSILON = 1e-8;

    private final NDArray parameters;

    private final NDArray mean;

    private final NDArray square;

    /** The part of its step that each number takes back; null where none does. */
    private final NDArray excesses;

    private final Schedule schedule;

    private int steps;

    Adam(final NDManager arrays, final NDArray parameters, final Schedule schedule) {
        this(arrays, parameters, new float[0], schedule);
    }

    /**
     * @param factors how many times its step each number takes
     */
    Adam(final NDManager arrays, final NDArray parameters, final float[] factors, final Schedule schedule) {
        this.parameters = parameters;
        this.mean = arrays.zeros(parameters.getShape());
        this.square = arrays.zeros(parameters.getShape());
        this.excesses =
                isPlain(factors) ? null : arrays.create(factors).muli(-1).addi(1);
        this.schedule = schedule;
    }

    private static boolean isPlain(final float... factors) {
        for (var factor : factors) {
            if (factor != 1) {
                return false;
            }
        }
        return true;
    }

    /** Takes a step along the parameters' gradient and clears it. */
    void step(final double rate) {
        if (excesses == null) {
            fullStep(rate);
            return;
        }
        // Adam's step does not depend on how far the last one went, so a part of it can be taken back.
        try (var work = parameters.getManager().newSubManager()) {
            var before = parameters.duplicate();
            before.attach(work);
            fullStep(rate);
            var excess = parameters.sub(before);
            excess.attach(work);
            parameters.subi(excess.muli(excesses));
        }
    }

    private void fullStep(final double rate) {
        steps++;
        var first = 1 - Math.pow(BETA1, steps);
        var second = 1 - Math.pow(BETA2, steps);
        try (var gradient = parameters.getGradient()) {
            if (schedule.clip() > 0) {
                // DJL's own bound holds on the positive side only.
                try (var clipped = gradient.clip(-schedule.clip(), schedule.clip())) {
                    update(clipped, rate, first, second);
                }
            } else {
                update(gradient, rate, first, second);
            }
        }
        Torch.zeroGradient(parameters);
    }

    /** √(v/c₂) + ε is (√v + ε√c₂)/√c₂, which is what the engine's one-operation form needs. */
    private void update(final NDArray gradient, final double rate, final double first, final double second) {
        Torch.adam(
                parameters,
                gradient,
                mean,
                square,
                new Torch.AdamStep(
                        rate,
                        rate * Math.sqrt(second) / first,
                        schedule.weightDecay(),
                        BETA1,
                        BETA2,
                        EPSILON * Math.sqrt(second),
                        schedule.decoupled()));
    }
}
