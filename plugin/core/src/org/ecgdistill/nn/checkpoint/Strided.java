package org.ecgdistill.nn.checkpoint;

import java.nio.file.Path;
import java.util.Arrays;
import org.ecgdistill.nn.NetworkException;

/** Where in a storage the numbers of a tensor lie: PyTorch's offset, shape and strides. */
record Strided(long offset, long[] shape, long[] strides) {

    Tensor read(float[] storage, String name, Path file) {
        var size = Tensor.size(shape);
        if (shape.length != strides.length
                || offset < 0
                || Arrays.stream(strides).anyMatch(stride -> stride < 0)) {
            throw new NetworkException("\"" + file + "\": " + name + " has the shape " + Arrays.toString(shape)
                    + " but the strides " + Arrays.toString(strides) + " and the offset " + offset + ".");
        }
        if (size == 0) {
            return new Tensor(new float[0], shape);
        }
        if (size > storage.length || last() >= storage.length || last() < 0) {
            throw new NetworkException("\"" + file + "\": " + name + " reaches beyond the " + storage.length
                    + " numbers that the file holds for it. The file is damaged: download it again.");
        }
        if (isDense()) {
            return new Tensor(Arrays.copyOfRange(storage, (int) offset, (int) offset + size), shape);
        }
        var values = new float[size];
        var index = new long[shape.length];
        for (var i = 0; i < size; i++) {
            var at = offset;
            for (var axis = 0; axis < index.length; axis++) {
                at += index[axis] * strides[axis];
            }
            values[i] = storage[(int) at];
            for (var axis = index.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return new Tensor(values, shape);
    }

    /** The place of the last number; negative where the sum does not fit into a long. */
    private long last() {
        try {
            var last = offset;
            for (var axis = 0; axis < shape.length; axis++) {
                last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, strides[axis]));
            }
            return last;
        } catch (ArithmeticException ex) {
            return -1;
        }
    }

    private boolean isDense() {
        var step = 1L;
        for (var axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != step) {
                return false;
            }
            step *= shape[axis];
        }
        return true;
    }
}
