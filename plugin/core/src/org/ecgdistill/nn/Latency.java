package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;

/** How long a network takes for a single row, on one thread of the processor. */
public final class Latency {

    private static final int WARM_UP = 10;
    private static final int MOST = 50;
    private static final long NANOSECONDS = 200_000_000;

    private Latency() {}

    /** The median in milliseconds, measured for at most half a second; the outputs are discarded. */
    public static double milliseconds(Network network, Weights weights, int leads, float[] signal) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Processor.CPU.device())) {
                var values = new HashMap<String, NDArray>();
                Merged.of(weights)
                        .tensors()
                        .forEach((name, tensor) ->
                                values.put(name, arrays.create(tensor.values(), new Shape(tensor.shape()))));
                return median(() -> {
                    try (var part = arrays.newSubManager()) {
                        var input = part.create(signal, new Shape(1, leads, signal.length / leads));
                        network.forward(values, input, Mode.INFERENCE).output().toFloatArray();
                    }
                });
            }
        });
    }

    /** The median duration of some work in milliseconds, which is done again and again for at most half a second. */
    public static double median(Runnable work) {
        var times = new double[WARM_UP + MOST];
        var count = 0;
        var began = System.nanoTime();
        while (count < 3 || count < times.length && System.nanoTime() - began < NANOSECONDS) {
            var start = System.nanoTime();
            work.run();
            times[count++] = (System.nanoTime() - start) / 1e6;
        }
        var counted = Arrays.copyOfRange(times, Math.min(WARM_UP, count / 2), count);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }
}
