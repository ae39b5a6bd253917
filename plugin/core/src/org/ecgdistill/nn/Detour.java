package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * How a forward pass leaves PyTorch and returns, and how gradients take the same path back. A result computed elsewhere
 * enters the pass as a new array. Once the loss has been propagated back to it, {@link #backward} requests the
 * vector–Jacobian product and propagates it to the arrays that the result was computed from.
 *
 * <p>The results that enter one pass are parallel: no result may have been computed from another. The arrays that they
 * were computed from may not reach the loss by another path, except through {@link #beside}.
 */
public final class Detour {

    /** The gradient of a result that was computed elsewhere. */
    @FunctionalInterface
    public interface Product {

        /**
         * @param upstream dL/d(output), as many numbers as the output has
         * @return dL/d(input) for each input
         */
        double[][] of(double[] upstream);
    }

    private record Entry(NDArray output, List<NDArray> inputs, Product product) {}

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Brings numbers into the pass, as (rows, columns).
     *
     * @param values row by row
     * @param inputs what they were computed from
     */
    public NDArray enter(double[] values, long rows, DataType type, List<NDArray> inputs, Product product) {
        var output = array(inputs.get(0), values, type).reshape(rows, values.length / rows);
        if (Torch.isWithGradients()) {
            output.setRequiresGradient(true);
            entries.add(new Entry(output, List.copyOf(inputs), product));
        }
        return output;
    }

    /**
     * The same numbers, for a path beside the one that leaves PyTorch: if both lead back to one array, its gradient has
     * to wait for both.
     */
    public NDArray beside(NDArray input) {
        var shape = input.getShape();
        var output =
                enter(numbers(input), 1, input.getDataType(), List.of(input), upstream -> new double[][] {upstream});
        return output.reshape(shape);
    }

    /** An array's numbers, to compute with elsewhere. */
    public static double[] numbers(NDArray array) {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        var single = array.toFloatArray();
        var numbers = new double[single.length];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = single[i];
        }
        return numbers;
    }

    /** Propagates the gradients that have reached the outputs to the inputs. */
    void backward() {
        if (entries.isEmpty()) {
            return;
        }
        // d(Σ g·x)/dx = g: one number that PyTorch sends back to all inputs at once, which may share their past.
        Torch.backward(Torch.withGradients(() -> {
            NDArray sum = null;
            for (var entry : entries) {
                for (var part : parts(entry)) {
                    sum = sum == null ? part : sum.add(part);
                }
            }
            return sum;
        }));
    }

    private static List<NDArray> parts(Entry entry) {
        double[][] gradients;
        try (var upstream = entry.output().getGradient()) {
            gradients = entry.product().of(numbers(upstream));
        }
        var parts = new ArrayList<NDArray>();
        for (var i = 0; i < gradients.length; i++) {
            var input = entry.inputs().get(i);
            var gradient = array(input, gradients[i], input.getDataType()).reshape(input.getShape());
            parts.add(input.mul(gradient).sum());
        }
        return parts;
    }

    private static NDArray array(NDArray near, double[] values, DataType type) {
        if (type == DataType.FLOAT64) {
            return near.getManager().create(values);
        }
        var single = new float[values.length];
        for (var i = 0; i < single.length; i++) {
            single[i] = (float) values[i];
        }
        return near.getManager().create(single);
    }
}
