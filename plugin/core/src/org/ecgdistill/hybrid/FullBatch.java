package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.nn.training.Verdict;
import org.ecgdistill.quantum.optimiser.CostFunction;
import org.ecgdistill.quantum.optimiser.Optimiser;

/**
 * Trains a small network on all rows at once, in double precision, by an optimiser that chooses its own steps. Its log has
 * one line.
 */
final class FullBatch {

    private final Network network;
    private final Optimiser optimiser;

    FullBatch(Network network, Optimiser optimiser) {
        this.network = network;
        this.optimiser = optimiser;
    }

    Trained train(Lesson lesson, Weights start, Examples training, Validation validation, Progress progress) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(lesson.processor().device())) {
                var began = System.nanoTime();
                var learnt = new RowsCost(arrays, lesson, start, training, progress);
                var optimum = optimiser.minimise(learnt, learnt.start(), progress);
                var seconds = (System.nanoTime() - began) / 1e9;
                var weights = learnt.weights(optimum.parameters());
                var verdict = verdict(arrays, lesson, weights, validation, progress);
                var log = List.of(new Epoch(1, optimum.value(), verdict, seconds));
                return new Trained(weights, log, 1, Reason.of(log, 1, validation));
            }
        });
    }

    /** The result on the inner validation rows, which choose nothing here. */
    private Verdict verdict(
            NDManager arrays, Lesson lesson, Weights weights, Validation validation, Progress progress) {
        if (!validation.exists()) {
            return Verdict.NONE;
        }
        var rows = new RowsCost(arrays, lesson, weights, validation.rows(), progress);
        var outputs = new float[validation.rows().rows()][];
        var loss = rows.judge(outputs);
        return validation.verdict(outputs, loss);
    }

    /** The loss of all rows as a function of the numbers that are trained. */
    private final class RowsCost implements CostFunction {

        private final NDManager arrays;
        private final Lesson lesson;
        private final Weights fixed;
        private final Batch batch;
        private final NDArray input;
        private final Mode mode;
        private final List<Slot> trained;

        RowsCost(NDManager arrays, Lesson lesson, Weights fixed, Examples rows, Progress progress) {
            this.arrays = arrays;
            this.lesson = lesson;
            this.fixed = fixed;
            this.batch = Batch.all(arrays, rows);
            this.input = batch.input();
            // The optimiser itself reports how far it has come.
            this.mode = Mode.inference((fraction, message) -> progress.report(0, message));
            this.trained = network.slots().stream()
                    .filter(slot -> slot.isTrained() && lesson.trained().holds(slot.name()))
                    .toList();
        }

        double[] start() {
            var numbers = new double[trained.stream().mapToInt(Slot::size).sum()];
            var at = 0;
            for (var slot : trained) {
                for (var value : fixed.tensors().get(slot.name()).values()) {
                    numbers[at++] = value;
                }
            }
            return numbers;
        }

        @Override
        public double value(double[] numbers) {
            try (var step = arrays.newSubManager()) {
                return loss(views(numbers, step)).getDouble();
            }
        }

        @Override
        public double[] gradient(double[] numbers) {
            try (var step = arrays.newSubManager()) {
                var views = views(numbers, step);
                trained.forEach(slot -> views.get(slot.name()).setRequiresGradient(true));
                var pass = Torch.withGradients(() -> network.forward(views, near(step), mode));
                var loss = Torch.withGradients(() -> lesson.loss().of(pass, batch));
                pass.backward(loss);
                var gradient = new double[numbers.length];
                var at = 0;
                for (var slot : trained) {
                    var ofSlot = views.get(slot.name()).getGradient().toDoubleArray();
                    System.arraycopy(ofSlot, 0, gradient, at, ofSlot.length);
                    at += ofSlot.length;
                }
                return gradient;
            }
        }

        double judge(float[][] outputs) {
            try (var step = arrays.newSubManager()) {
                var pass = network.forward(views(start(), step), near(step), mode);
                var values = pass.output().toDoubleArray();
                var width = values.length / outputs.length;
                for (var row = 0; row < outputs.length; row++) {
                    outputs[row] = new float[width];
                    for (var i = 0; i < width; i++) {
                        outputs[row][i] = (float) values[row * width + i];
                    }
                }
                return lesson.loss().of(pass, batch).getDouble();
            }
        }

        Weights weights(double[] numbers) {
            var tensors = new LinkedHashMap<String, Tensor>();
            var at = 0;
            for (var slot : trained) {
                var values = new float[slot.size()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = (float) numbers[at++];
                }
                tensors.put(slot.name(), new Tensor(values, slot.lengths()));
            }
            return fixed.with(new Weights(tensors));
        }

        private NDArray loss(Map<String, NDArray> views) {
            var step = views.get(trained.get(0).name()).getManager();
            return lesson.loss().of(network.forward(views, near(step), mode), batch);
        }

        /** The input, with what is computed from it living in the given manager. */
        private NDArray near(NDManager step) {
            var copy = input.toType(DataType.FLOAT64, true);
            copy.attach(step);
            return copy;
        }

        private Map<String, NDArray> views(double[] numbers, NDManager step) {
            var views = new HashMap<String, NDArray>();
            var at = 0;
            for (var slot : network.slots()) {
                var values = new double[slot.size()];
                var isTrained = trained.contains(slot);
                for (var i = 0; i < values.length; i++) {
                    values[i] = isTrained
                            ? numbers[at++]
                            : fixed.tensors().get(slot.name()).values()[i];
                }
                views.put(slot.name(), step.create(values, new Shape(slot.lengths())));
            }
            return views;
        }
    }
}
