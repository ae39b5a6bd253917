package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Slot.Start;

/** What the students are made of: a convolution with batch normalisation, and a dense layer, with their slots. */
public final class Blocks {

    private Blocks() {}

    /** A convolution without bias, which the normalisation after it would cancel. */
    static void convolution(List<Slot> slots, String name, int out, int in, int kernel) {
        slots.add(Slot.of(name + ".weight", Start.HE, out, in, kernel));
        slots.add(Slot.of(name + ".norm.weight", Start.ONE, out));
        slots.add(Slot.of(name + ".norm.bias", Start.ZERO, out));
        slots.add(Slot.of(name + ".norm.running_mean", Start.RUNNING_ZERO, out));
        slots.add(Slot.of(name + ".norm.running_var", Start.RUNNING_ONE, out));
    }

    /** A layer between others. */
    static NDArray convolve(Map<String, NDArray> arrays, String name, NDArray x, int stride, Mode mode) {
        var y = Layers.padded(x, arrays.get(name + ".weight"), merged(arrays, name), stride);
        return normalised(arrays, name, y, mode);
    }

    /** The first layer, which sees the signal. */
    static NDArray convolveSignal(Map<String, NDArray> arrays, String name, NDArray x, int stride, Mode mode) {
        var y = Layers.paddedSignal(x, arrays.get(name + ".weight"), merged(arrays, name), stride);
        return normalised(arrays, name, y, mode);
    }

    /** The constant that remains of a normalisation merged into the kernel; null if the normalisation is separate. */
    private static NDArray merged(Map<String, NDArray> arrays, String name) {
        return isMerged(arrays, name) ? arrays.get(name + ".norm.bias") : null;
    }

    private static boolean isMerged(Map<String, NDArray> arrays, String name) {
        return !arrays.containsKey(name + ".norm.running_mean");
    }

    private static NDArray normalised(Map<String, NDArray> arrays, String name, NDArray y, Mode mode) {
        if (isMerged(arrays, name)) {
            return y;
        }
        return Layers.batchNorm(
                y,
                arrays.get(name + ".norm.running_mean"),
                arrays.get(name + ".norm.running_var"),
                arrays.get(name + ".norm.weight"),
                arrays.get(name + ".norm.bias"),
                mode);
    }

    public static void dense(List<Slot> slots, String name, int out, int in) {
        slots.add(Slot.of(name + ".weight", Start.UNIFORM, out, in));
        slots.add(Slot.of(name + ".bias", Start.ZERO, out));
    }

    public static NDArray apply(Map<String, NDArray> arrays, String name, NDArray x) {
        return Layers.linear(x, arrays.get(name + ".weight"), arrays.get(name + ".bias"));
    }

    /** The length after a convolution with an odd kernel padded on both sides. */
    static int strided(int length, int stride) {
        return (length + stride - 1) / stride;
    }
}
