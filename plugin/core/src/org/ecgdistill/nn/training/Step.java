package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;

/**
 * One step of a training: the forward and backward pass of a batch, and the optimiser's update.
 *
 * <p>A large network that is trained alone processes a batch in parts of a few rows, so that several threads can work
 * on one step. The parts and the order of their sum do not depend on the threads, and so neither do the bits of the
 * result.
 */
final class Step {

    private static final int ROWS_IN_A_PART = 4;

    private final Network network;
    private final Loss loss;
    private final FlatParameters parameters;
    private final Adam adam;
    private final Mode mode;
    private final int threads;
    private final boolean isInParts;

    Step(Network network, Loss loss, FlatParameters parameters, Adam adam, Mode mode, Trainer.Labour labour) {
        this.network = network;
        this.loss = loss;
        this.parameters = parameters;
        this.adam = adam;
        this.mode = mode;
        this.threads = labour.threads();
        this.isInParts = labour.isDivided() && network.hasIndependentRows() && Inference.isLarge(network);
    }

    /** The loss of a part of a batch, as its share of the whole batch's, and the gradients of that share. */
    private record Part(double loss, List<NDArray> gradients) {}

    /** Takes one step along the gradients of some rows, and returns the loss before it. */
    double take(NDManager arrays, Examples examples, int[] order, int[] rows, double rate) {
        try (var step = arrays.newSubManager()) {
            var cuts = cuts(rows[0], rows[1]);
            var total = 0.0;
            List<NDArray> sum = List.of();
            for (var first = 0; first < cuts.length - 1; first += threads) {
                var jobs = new ArrayList<Crew.Job<Part>>();
                for (var i = first; i < Math.min(first + threads, cuts.length - 1); i++) {
                    var from = cuts[i];
                    var to = cuts[i + 1];
                    var share = (float) (to - from) / (rows[1] - rows[0]);
                    jobs.add(new Crew.Job<>("", progress -> part(step, examples, order, from, to, share)));
                }
                for (var part : Crew.run(jobs, threads, Progress.NONE)) {
                    total += part.loss();
                    sum = sum(sum, part.gradients());
                }
            }
            Trainer.checkFinite(total);
            update(adam.step(sum, rate));
            return total;
        }
    }

    private int[] cuts(int from, int to) {
        var parts = isInParts ? (to - from + ROWS_IN_A_PART - 1) / ROWS_IN_A_PART : 1;
        var cuts = new int[parts + 1];
        for (var i = 0; i <= parts; i++) {
            cuts[i] = from + (int) ((long) (to - from) * i / parts);
        }
        return cuts;
    }

    private Part part(NDManager step, Examples examples, int[] order, int from, int to, float share) {
        return Torch.call(() -> {
            try (var scope = step.newSubManager()) {
                var batch = new Batch(scope, examples, order, from, to);
                var input = batch.input();
                var leaves = new FlatParameters.Leaves[1];
                var pass = Torch.withGradients(() -> {
                    leaves[0] = parameters.leaves(scope);
                    return network.forward(leaves[0].views(), input, mode);
                });
                var value = Torch.withGradients(() -> {
                    var mean = loss.of(pass, batch);
                    return share < 1 ? mean.mul(Torch.constant(mean, share)) : mean;
                });
                pass.backward(value);
                var gradients = leaves[0].gradients();
                gradients.forEach(gradient -> gradient.attach(step));
                return new Part(value.getFloat(), gradients);
            }
        });
    }

    private static List<NDArray> sum(List<NDArray> sum, List<NDArray> part) {
        if (sum.isEmpty()) {
            return part;
        }
        for (var i = 0; i < part.size(); i++) {
            sum.get(i).addi(part.get(i));
            part.get(i).close();
        }
        return sum;
    }

    /** Each thread takes every n-th vector. */
    private void update(List<Runnable> vectors) {
        var crew = Math.min(threads, vectors.size());
        var jobs = new ArrayList<Crew.Job<Void>>();
        for (var thread = 0; thread < crew; thread++) {
            var first = thread;
            jobs.add(new Crew.Job<>(
                    "",
                    progress -> Torch.call(() -> {
                        for (var i = first; i < vectors.size(); i += crew) {
                            vectors.get(i).run();
                        }
                        return null;
                    })));
        }
        Crew.run(jobs, crew, Progress.NONE);
    }
}
