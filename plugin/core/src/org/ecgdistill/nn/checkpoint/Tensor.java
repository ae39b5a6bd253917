package org.ecgdistill.nn.checkpoint;

import java.util.Arrays;
import org.ecgdistill.nn.NetworkException;

/**
 * Numbers with a shape, the last axis running fastest. The arrays belong to the tensor: they are not copied, because
 * ECGFounder's weights fill 123 MB, and are not to be changed.
 */
public record Tensor(float[] values, long[] shape) {

    public Tensor {
        if (size(shape) != values.length) {
            throw new NetworkException("A tensor of shape " + Arrays.toString(shape) + " holds " + size(shape)
                    + " numbers, but " + values.length + " were given.");
        }
    }

    /** How many numbers a shape holds; refused beyond what an array can hold. */
    public static int size(long... shape) {
        var size = 1L;
        for (var length : shape) {
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw new NetworkException("A tensor's shape " + Arrays.toString(shape) + " has an impossible length.");
            }
            size *= length;
            if (size > Integer.MAX_VALUE - 8) {
                throw new NetworkException("A tensor of shape " + Arrays.toString(shape) + " is too large.");
            }
        }
        return (int) size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && Arrays.equals(values, tensor.values)
                && Arrays.equals(shape, tensor.shape);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
