package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.nn.Torch;

/** Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) as PyTorch computes them. */
final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<NDArray> parameters;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();

    /** For each vector, the share of its step that each number takes back; null if all numbers take the whole step. */
    private final List<NDArray> excesses = new ArrayList<>();

    /** For each vector, the largest factor of the learning rate among its numbers. */
    private final List<Double> fastest = new ArrayList<>();

    private final Schedule schedule;
    private int steps;

    /**
     * @param factors for each vector, the factor of the learning rate of each number
     */
    Adam(NDManager arrays, List<NDArray> parameters, List<float[]> factors, Schedule schedule) {
        this.parameters = List.copyOf(parameters);
        this.schedule = schedule;
        for (var i = 0; i < parameters.size(); i++) {
            means.add(arrays.zeros(parameters.get(i).getShape()));
            squares.add(arrays.zeros(parameters.get(i).getShape()));
            var largest = largest(factors.get(i));
            fastest.add(largest);
            excesses.add(
                    isPlain(factors.get(i))
                            ? null
                            : arrays.create(factors.get(i)).muli(-1 / largest).addi(1));
        }
    }

    private static double largest(float... factors) {
        var largest = 0.0;
        for (var factor : factors) {
            largest = Math.max(largest, factor);
        }
        // If all numbers are frozen, any step will do.
        return largest == 0 ? 1 : largest;
    }

    private static boolean isPlain(float... factors) {
        for (var factor : factors) {
            if (factor != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The work of one step, one job for each vector; jobs may run in parallel.
     *
     * @param gradients one per vector
     */
    List<Runnable> step(List<NDArray> gradients, double rate) {
        steps++;
        var first = 1 - Math.pow(BETA1, steps);
        var second = 1 - Math.pow(BETA2, steps);
        var jobs = new ArrayList<Runnable>();
        for (var i = 0; i < gradients.size(); i++) {
            var vector = i;
            jobs.add(() -> update(vector, gradients.get(vector), rate, first, second));
        }
        return jobs;
    }

    private void update(int vector, NDArray gradient, double rate, double first, double second) {
        if (gradient.size() == 0) {
            // The loss does not depend on these numbers.
            return;
        }
        if (excesses.get(vector) == null) {
            clipped(vector, gradient, rate, first, second);
            return;
        }
        // Adam's step does not depend on how far the last one went, so a part of it can be taken back.
        try (var before = parameters.get(vector).duplicate()) {
            clipped(vector, gradient, rate * fastest.get(vector), first, second);
            try (var taken = parameters.get(vector).sub(before)) {
                parameters.get(vector).subi(taken.muli(excesses.get(vector)));
            }
        }
    }

    private void clipped(int vector, NDArray gradient, double rate, double first, double second) {
        if (schedule.clip() <= 0) {
            adam(vector, gradient, rate, first, second);
            return;
        }
        // DJL's own bound holds on the positive side only.
        try (var clipped = gradient.clip(-schedule.clip(), schedule.clip())) {
            adam(vector, clipped, rate, first, second);
        }
    }

    /** √(v/c₂) + ε is (√v + ε√c₂)/√c₂, which is what the engine's one-operation form needs. */
    private void adam(int vector, NDArray gradient, double rate, double first, double second) {
        Torch.adam(
                parameters.get(vector),
                gradient,
                means.get(vector),
                squares.get(vector),
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
