package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.special.Erf;

/**
 * Holds the engine against plain loops: each kind of operation that the networks are made of, forward and back, on a few
 * small shapes. Libraries of optimised code pick their routines by the processor, and a routine that is right on a
 * thousand machines may be wrong on one.
 */
final class EngineProof {

    /** Of the largest number; single precision is right to a hundredth of it in shapes as small as these. */
    private static final double TOLERANCE = 1e-4;

    /** How far inputs are moved to see what follows. */
    private static final double STEP = 1e-4;

    /**
     * A kind of operation.
     *
     * @param name as in "the convolution"
     * @param inputs what it computes with
     * @param engine the operation as a network asks for it
     * @param loops the same without the engine
     */
    record Operation(
            String name,
            List<Input> inputs,
            Function<List<NDArray>, NDArray> engine,
            Function<List<double[]>, double[]> loops) {}

    /**
     * @param isLearnt whether a gradient is asked of it
     * @param shape the lengths of its axes
     */
    record Input(boolean isLearnt, long... shape) {

        static Input learnt(final long... shape) {
            return new Input(true, shape);
        }

        static Input given(final long... shape) {
            return new Input(false, shape);
        }

        int size() {
            return (int) new Shape(shape).size();
        }
    }

    /** The name of the first of some operations that is computed wrongly. Only inside {@link Torch#call}. */
    static Optional<String> wrong(final NDManager arrays, final List<Operation> operations) {
        for (var operation : operations) {
            try (var own = arrays.newSubManager()) {
                if (!isRight(own, operation)) {
                    return Optional.of(operation.name());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isRight(final NDManager arrays, final Operation operation) {
        var random = new SplittableRandom(operation.name().hashCode());
        var numbers = new ArrayList<double[]>();
        var given = new ArrayList<NDArray>();
        for (var input : operation.inputs()) {
            // Rounded, so that both compute with the same numbers.
            var single = new float[input.size()];
            for (var i = 0; i < single.length; i++) {
                single[i] = (float) random.nextGaussian();
            }
            var array = arrays.create(single, new Shape(input.shape()));
            array.setRequiresGradient(input.isLearnt());
            given.add(array);
            numbers.add(Detour.numbers(array));
        }
        var output = Torch.withGradients(() -> operation.engine().apply(given));
        var expected = operation.loops().apply(numbers);
        if (!isNear(Detour.numbers(output), expected)) {
            return false;
        }
        if (operation.inputs().stream().noneMatch(Input::isLearnt)) {
            return true;
        }
        var upstream = random.doubles(expected.length, -1, 1).toArray();
        Torch.backward(output, arrays.create(single(upstream), output.getShape()));
        for (var i = 0; i < given.size(); i++) {
            if (operation.inputs().get(i).isLearnt()
                    && !isGradient(
                            operation,
                            numbers,
                            i,
                            upstream,
                            Detour.numbers(given.get(i).getGradient()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A gradient times a direction is what the weighted outputs change by in this direction. A few directions at random
     * see every wrong number, as each has all inputs in it.
     */
    private static boolean isGradient(
            final Operation operation,
            final List<double[]> numbers,
            final int input,
            final double[] upstream,
            final double[] gradient) {
        var size = gradient.length;
        var direction = new SplittableRandom(input).doubles(size, -1, 1).toArray();
        var expected = (weighted(operation, numbers, input, direction, STEP, upstream)
                        - weighted(operation, numbers, input, direction, -STEP, upstream))
                / (2 * STEP);
        var found = 0.0;
        var scale = 0.0;
        for (var i = 0; i < size; i++) {
            found += gradient[i] * direction[i];
            scale += Math.abs(gradient[i] * direction[i]);
        }
        return Math.abs(found - expected) <= TOLERANCE * (1 + scale);
    }

    private static double weighted(
            final Operation operation,
            final List<double[]> numbers,
            final int input,
            final double[] direction,
            final double step,
            final double[] upstream) {
        var moved = new ArrayList<>(numbers);
        var own = numbers.get(input).clone();
        for (var i = 0; i < own.length; i++) {
            own[i] += step * direction[i];
        }
        moved.set(input, own);
        var outputs = operation.loops().apply(moved);
        var sum = 0.0;
        for (var i = 0; i < outputs.length; i++) {
            sum += outputs[i] * upstream[i];
        }
        return sum;
    }

    /** Whether two arrays agree; what is not a number agrees with nothing. */
    private static boolean isNear(final double[] found, final double[] expected) {
        var largest = DoubleStream.of(expected).map(Math::abs).max().orElse(0);
        for (var i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= TOLERANCE * (1 + largest))) {
                return false;
            }
        }
        return found.length == expected.length;
    }

    private static float[] single(final double... values) {
        var single = new float[values.length];
        for (var i = 0; i < single.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }

    /** All that the networks are made of, in shapes whose channels fill blocks and in shapes whose channels do not. */
    static List<Operation> all() {
        var all = new ArrayList<Operation>();
        for (var leads : new int[] {1, 2, 3, 12}) {
            all.add(convolution(
                    "convolution of " + leads + (leads == 1 ? " lead" : " leads"),
                    false,
                    new int[] {2, leads, 9, 16, 7},
                    new Convolution.Step(2, 3, 1, 1)));
        }
        var plain = new Convolution.Step(1, 1, 1, 1);
        all.add(convolution("convolution", true, new int[] {2, 32, 3, 32, 3}, plain));
        all.add(convolution("convolution with odd channels", true, new int[] {2, 20, 3, 28, 3}, plain));
        all.add(convolution(
                "strided convolution", true, new int[] {2, 16, 7, 32, 3}, new Convolution.Step(2, 1, 1, 1)));
        all.add(convolution(
                "grouped convolution", true, new int[] {2, 32, 18, 32, 16}, new Convolution.Step(2, 0, 1, 2)));
        all.add(convolution(
                "pointwise convolution", true, new int[] {2, 48, 3, 32, 1}, new Convolution.Step(1, 0, 1, 1)));
        all.add(convolution(
                "pointwise convolution of many channels",
                true,
                new int[] {2, 256, 2, 16, 1},
                new Convolution.Step(1, 0, 2, 1)));
        all.add(new Operation(
                "dense layer",
                List.of(Input.learnt(5, 20), Input.learnt(7, 20), Input.learnt(7)),
                in -> Layers.linear(in.get(0), in.get(1), in.get(2)),
                in -> PlainLoops.dense(in.get(0), in.get(1), in.get(2))));
        all.addAll(normalisations());
        all.add(new Operation(
                "maximum pooling",
                List.of(Input.learnt(2, 16, 8)),
                in -> in.get(0).getNDArrayInternal().maxPool(new Shape(2), new Shape(2), new Shape(0), false),
                in -> PlainLoops.largerOfTwo(in.get(0))));
        all.add(new Operation(
                "mean over time",
                List.of(Input.learnt(2, 16, 9)),
                in -> Layers.meanOverTime(in.get(0)),
                in -> PlainLoops.mean(in.get(0), 9)));
        all.add(new Operation(
                "softmax",
                List.of(Input.learnt(3, 21)),
                in -> in.get(0).softmax(1),
                in -> PlainLoops.softmax(in.get(0), 21)));
        all.add(new Operation(
                "product of matrices",
                List.of(Input.learnt(2, 5, 6), Input.learnt(2, 6, 3)),
                in -> in.get(0).matMul(in.get(1)),
                in -> PlainLoops.products(in.get(0), in.get(1), 5, 6, 3)));
        all.add(activation("rectifier", Layers::relu, x -> Math.max(0, x)));
        all.add(activation("swish", Layers::swish, x -> x / (1 + Math.exp(-x))));
        all.add(activation(
                "Gaussian rectifier",
                x -> x.getNDArrayInternal().gelu(),
                x -> x / 2 * (1 + Erf.erf(x / Math.sqrt(2)))));
        all.add(activation("hyperbolic tangent", NDArray::tanh, Math::tanh));
        all.add(new Operation(
                "step of Adam",
                List.of(Input.given(37), Input.given(37)),
                EngineProof::adam,
                in -> PlainLoops.adam(in.get(0), in.get(1), 2, 0.1)));
        return all;
    }

    private static List<Operation> normalisations() {
        var channels = Input.learnt(16);
        return List.of(
                new Operation(
                        "batch normalisation",
                        List.of(Input.learnt(4, 16, 6), channels, channels),
                        in -> {
                            var arrays = in.get(0).getManager();
                            return Layers.batchNorm(
                                    in.get(0),
                                    arrays.zeros(new Shape(16)),
                                    arrays.ones(new Shape(16)),
                                    in.get(1),
                                    in.get(2),
                                    Mode.training(new SplittableRandom(0)));
                        },
                        in -> PlainLoops.batchNorm(in.get(0), in.get(1), in.get(2), 6)),
                new Operation(
                        "batch normalisation after training",
                        List.of(Input.given(4, 16, 6), Input.given(16), Input.given(16), Input.given(16)),
                        in -> Layers.batchNorm(
                                in.get(0), in.get(1), in.get(1).square(), in.get(2), in.get(3), Mode.INFERENCE),
                        in -> PlainLoops.normalised(
                                in.get(0),
                                in.get(1),
                                DoubleStream.of(in.get(1)).map(x -> x * x).toArray(),
                                in.get(2),
                                in.get(3),
                                6)),
                new Operation(
                        "layer normalisation",
                        List.of(Input.learnt(3, 5, 16), channels, channels),
                        in -> Layers.layerNorm(in.get(0), in.get(1), in.get(2)),
                        in -> PlainLoops.layerNorm(in.get(0), in.get(1), in.get(2))));
    }

    /**
     * @param isHidden whether it takes what another layer gives, and not the signal
     * @param sizes rows, channels, samples, outputs, samples of the kernel
     */
    private static Operation convolution(
            final String name, final boolean isHidden, final int[] sizes, final Convolution.Step step) {
        return new Operation(
                name,
                List.of(
                        new Input(isHidden, sizes[0], sizes[1], sizes[2]),
                        Input.learnt(sizes[3], sizes[1] / step.groups(), sizes[4]),
                        Input.learnt(sizes[3])),
                in -> isHidden
                        ? Convolution.of(in.get(0), in.get(1), in.get(2), step)
                        : Convolution.ofSignal(in.get(0), in.get(1), in.get(2), step),
                in -> PlainLoops.convolution(in.get(0), in.get(1), in.get(2), sizes, step));
    }

    private static Operation activation(
            final String name, final Function<NDArray, NDArray> engine, final DoubleUnaryOperator loops) {
        return new Operation(
                name, List.of(Input.learnt(3, 21)), in -> engine.apply(in.get(0)), in -> DoubleStream.of(in.get(0))
                        .map(loops)
                        .toArray());
    }

    private static NDArray adam(final List<NDArray> in) {
        var x = in.get(0).duplicate();
        var mean = x.zerosLike();
        var square = x.zerosLike();
        for (var step = 1; step <= 2; step++) {
            var first = 1 - Math.pow(0.9, step);
            var second = Math.sqrt(1 - Math.pow(0.999, step));
            Torch.adam(
                    x,
                    in.get(1),
                    mean,
                    square,
                    new Torch.AdamStep(0.1, 0.1 * second / first, 0, 0.9, 0.999, 1e-8 * second, false));
        }
        return x;
    }

    private EngineProof() {}
}
