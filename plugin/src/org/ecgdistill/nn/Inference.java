package org.ecgdistill.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.ecgdistill.signal.Progress;

/** Runs a trained network over rows, batch by batch. */
public final class Inference {

    /** Rows at once. ECGFounder's intermediates for eight ten-second records take about 1 GB. */
    public static final int BATCH = 64;

    /**
     * What a network says of rows.
     *
     * @param features (rows, features)
     * @param outputs (rows, classes)
     */
    public record Result(float[][] features, float[][] outputs) {}

    /**
     * @param leads how many leads lie one after the other in each signal
     * @param batch rows at once
     */
    public static Result run(
            final Network network,
            final Weights weights,
            final int leads,
            final float[][] signals,
            final int batch,
            final Progress progress) {
        return Torch.call(() -> {
            var features = new float[signals.length][];
            var outputs = new float[signals.length][];
            try (var arrays = Torch.arrays(Device.cpu())) {
                Map<String, NDArray> values = new HashMap<>();
                weights.tensors()
                        .forEach((name, tensor) ->
                                values.put(name, arrays.create(tensor.values(), new Shape(tensor.shape()))));
                for (var from = 0; from < signals.length; from += batch) {
                    progress.report((double) from / signals.length, "row " + from + " of " + signals.length);
                    var to = Math.min(signals.length, from + batch);
                    var width = signals[from].length;
                    var flat = new float[(to - from) * width];
                    for (var row = from; row < to; row++) {
                        System.arraycopy(signals[row], 0, flat, (row - from) * width, width);
                    }
                    try (var part = arrays.newSubManager()) {
                        var input = part.create(flat, new Shape(to - from, leads, width / leads));
                        var pass = network.forward(values, input, Mode.INFERENCE);
                        rows(pass.features(), features, from);
                        rows(pass.output(), outputs, from);
                    }
                }
            }
            return new Result(features, outputs);
        });
    }

    /** Copies an array's rows into rows of a table, from a given one on. */
    public static void rows(final NDArray array, final float[][] into, final int from) {
        var values = array.toFloatArray();
        var count = (int) array.getShape().get(0);
        var width = values.length / count;
        for (var row = 0; row < count; row++) {
            into[from + row] = java.util.Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
    }

    private Inference() {}
}
