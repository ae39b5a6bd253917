package org.ecgdistill.nn;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * A named array of a network.
 *
 * @param name as in a checkpoint
 * @param start how it starts where no checkpoint gives it
 * @param shape the lengths of its axes
 */
public record Slot(String name, Start start, List<Long> shape) {

    /** How an array starts before training, and whether training changes it. */
    public enum Start {
        /** He's normal initialisation for layers that a rectifier follows (He et al. 2015). */
        HE,
        /** Uniform in ±1/√(inputs), as is usual for biases and plain dense layers. */
        UNIFORM,
        ZERO,
        ONE,
        /** A running mean: no gradient reaches it, the forward pass itself changes it. */
        RUNNING_ZERO,
        /** A running variance: likewise. */
        RUNNING_ONE;

        boolean isTrained() {
            return this != RUNNING_ZERO && this != RUNNING_ONE;
        }
    }

    public Slot {
        shape = List.copyOf(shape);
    }

    public static Slot of(String name, Start start, long... shape) {
        return new Slot(name, start, Arrays.stream(shape).boxed().toList());
    }

    /** Whether training changes the array. */
    public boolean isTrained() {
        return start.isTrained();
    }

    public long[] lengths() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    public int size() {
        return Tensor.size(lengths());
    }

    /** How many inputs each output has: all axes but the first. */
    int inputs() {
        return (int) shape.stream().skip(1).mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    }
}
