package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ecgdistill.common.Progress;

/** Runs a trained network over rows, batch by batch. */
public final class Inference {

    private static final int BATCH = 64;

    /** Intermediates of eight ten-second records take about 1 GB in ECGFounder's network. */
    private static final int SMALL_BATCH = 8;

    private static final long LARGE_NETWORK = 5_000_000;

    /**
     * What a network computes for rows.
     *
     * @param features (rows, features)
     * @param outputs (rows, classes)
     * @param attention where in time the network looks, (rows, steps), of a network that gives it; null rows otherwise
     */
    public record Result(float[][] features, float[][] outputs, float[][] attention) {

        public Result(float[][] features, float[][] outputs) {
            this(features, outputs, new float[outputs.length][]);
        }

        /** The same with the attention of another part of the network. */
        public Result withAttention(float[][] other) {
            return new Result(features, outputs, other);
        }
    }

    private Inference() {}

    /** How many rows at once keep the intermediates of a network of this size small. */
    public static int batch(Network network) {
        return isLarge(network) ? SMALL_BATCH : BATCH;
    }

    /** Whether a network takes so long for a row that it pays to divide a batch among threads. */
    public static boolean isLarge(Network network) {
        return network.parameters() > LARGE_NETWORK;
    }

    /**
     * @param leads how many leads lie one after the other in each signal
     * @param threads how many batches are computed at once; the result does not depend on it
     */
    public static Result run(
            Network network,
            Weights weights,
            int leads,
            float[][] signals,
            Processor processor,
            int threads,
            Progress progress) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(processor.device())) {
                var values = new HashMap<String, NDArray>();
                Merged.of(weights)
                        .tensors()
                        .forEach((name, tensor) ->
                                values.put(name, arrays.create(tensor.values(), new Shape(tensor.shape()))));
                var result = new Result(new float[signals.length][], new float[signals.length][]);
                var size = batch(network);
                var jobs = new ArrayList<Crew.Job<Void>>();
                for (var from = 0; from < signals.length; from += size) {
                    var first = from;
                    var to = Math.min(signals.length, from + size);
                    jobs.add(new Crew.Job<>("", part -> {
                        part.report(0, "row " + (first + 1) + " of " + signals.length);
                        batch(
                                network,
                                values,
                                arrays,
                                leads,
                                Arrays.copyOfRange(signals, first, to),
                                result,
                                first,
                                part);
                        part.report(1, "row " + to + " of " + signals.length);
                        return null;
                    }));
                }
                Crew.run(jobs, threads, progress);
                return result;
            }
        });
    }

    /** In this thread, on the processor. */
    public static Result run(Network network, Weights weights, int leads, float[][] signals, Progress progress) {
        return run(network, weights, leads, signals, Processor.CPU, 1, progress);
    }

    private static void batch(
            Network network,
            Map<String, NDArray> values,
            NDManager arrays,
            int leads,
            float[][] signals,
            Result result,
            int from,
            Progress progress) {
        Torch.call(() -> {
            try (var part = arrays.newSubManager()) {
                var width = signals[0].length;
                var flat = new float[signals.length * width];
                for (var row = 0; row < signals.length; row++) {
                    System.arraycopy(signals[row], 0, flat, row * width, width);
                }
                var input = part.create(flat, new Shape(signals.length, leads, width / leads));
                var pass = network.forward(values, input, Mode.inference(progress));
                rows(pass.features(), result.features(), from);
                rows(pass.output(), result.outputs(), from);
                if (network.tellsAttention()) {
                    rows(Attention.of(pass.maps()), result.attention(), from);
                }
                return null;
            }
        });
    }

    /** Copies an array's rows into rows of a table, from a given one on. */
    public static void rows(NDArray array, float[][] into, int from) {
        var values = array.toFloatArray();
        var count = (int) array.getShape().get(0);
        var width = values.length / count;
        for (var row = 0; row < count; row++) {
            into[from + row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
    }
}
