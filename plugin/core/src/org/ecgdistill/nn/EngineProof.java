package org.ecgdistill.nn;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Compares the engine with plain loops: each kind of operation that the networks are made of, forward and backward, on
 * a few small shapes. Optimised libraries choose their routines by the processor, and a routine that is correct on a
 * thousand machines may be wrong on another.
 */
final class EngineProof {

    /**
     * Relative to the largest number; in shapes as small as these, single precision is a hundred times more accurate.
     */
    private static final double TOLERANCE = 1e-4;

    /** How far inputs are moved to estimate a derivative. */
    private static final double STEP = 1e-4;

    /**
     * A kind of operation.
     *
     * @param name as in "the convolution"
     * @param inputs what it computes with
     * @param engine the operation as a network calls it
     * @param loops the same without the engine
     */
    record Operation(
            String name,
            List<Input> inputs,
            Function<List<NDArray>, NDArray> engine,
            Function<List<double[]>, double[]> loops) {}

    /**
     * @param isLearnt whether a gradient with respect to it is required
     * @param shape the lengths of its axes
     */
    record Input(boolean isLearnt, long... shape) {

        static Input learnt(long... shape) {
            return new Input(true, shape);
        }

        static Input given(long... shape) {
            return new Input(false, shape);
        }

        int size() {
            return (int) new Shape(shape).size();
        }
    }

    private EngineProof() {}

    /**
     * The name of the first operation that is computed wrongly; empty if all are right. Only inside {@link Torch#call}.
     */
    static Optional<String> wrong(NDManager arrays, List<Operation> operations) {
        for (var operation : operations) {
            try (var scope = arrays.newSubManager()) {
                if (!isRight(scope, operation)) {
                    return Optional.of(operation.name());
                }
            } catch (EngineException ex) {
                return Optional.of(operation.name() + " (" + ex.getMessage() + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean isRight(NDManager arrays, Operation operation) {
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
     * A gradient times a direction is the change of the weighted outputs in this direction. A random direction reveals
     * a wrong number anywhere, because it has a component along every input.
     */
    private static boolean isGradient(
            Operation operation, List<double[]> numbers, int input, double[] upstream, double[] gradient) {
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
            Operation operation,
            List<double[]> numbers,
            int input,
            double[] direction,
            double step,
            double[] upstream) {
        var moved = new ArrayList<>(numbers);
        var shifted = numbers.get(input).clone();
        for (var i = 0; i < shifted.length; i++) {
            shifted[i] += step * direction[i];
        }
        moved.set(input, shifted);
        var outputs = operation.loops().apply(moved);
        var sum = 0.0;
        for (var i = 0; i < outputs.length; i++) {
            sum += outputs[i] * upstream[i];
        }
        return sum;
    }

    /** Whether two arrays agree; NaN agrees with nothing. */
    private static boolean isNear(double[] found, double[] expected) {
        var largest = DoubleStream.of(expected).map(Math::abs).max().orElse(0);
        for (var i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= TOLERANCE * (1 + largest))) {
                return false;
            }
        }
        return found.length == expected.length;
    }

    private static float[] single(double... values) {
        var single = new float[values.length];
        for (var i = 0; i < single.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }
}
