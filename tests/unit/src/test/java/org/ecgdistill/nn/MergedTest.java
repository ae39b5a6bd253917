package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.junit.jupiter.api.Test;

/** Convolutions that have taken their normalisations in say what they said before, up to rounding. */
class MergedTest {

    private static final int ROWS = 5;
    private static final int SAMPLES = 64;

    @Test
    void aNetworkSaysTheSame() {
        for (var network : List.of(
                new ResNet1d(ResNet1d.Form.standard(2, 3)),
                new Cnn1d(Cnn1d.Form.standard(2, 3)),
                new Autoencoder(Autoencoder.Form.standard(2, SAMPLES, 6)))) {
            var weights = trained(network);
            var merged = Merged.of(weights);
            assertTrue(merged.tensors().keySet().stream().noneMatch(name -> name.contains("running")));
            var signals = new float[ROWS][2 * SAMPLES];
            var random = new SplittableRandom(2);
            for (var signal : signals) {
                for (var i = 0; i < signal.length; i++) {
                    signal[i] = (float) random.nextGaussian();
                }
            }
            var expected = plain(network, weights, signals);
            var found = Inference.run(network, weights, 2, signals, Progress.NONE);
            for (var row = 0; row < ROWS; row++) {
                var size = 0f;
                for (var number : expected[row]) {
                    size = Math.max(size, Math.abs(number));
                }
                assertTrue(size > 0);
                assertArrayEquals(expected[row], found.outputs()[row], 1e-5f * size);
            }
        }
    }

    /** ECGFounder's normalisations come before its convolutions, and a network without any has none to merge. */
    @Test
    void otherNumbersStayAsTheyAre() {
        for (var network : List.of(
                new Vit1d(Vit1d.Form.standard(1, SAMPLES, 1)),
                new Net1d(new Net1d.Form(1, 8, List.of(8), List.of(1), 16, 4, 1, true, 0)))) {
            var weights = Weights.random(network, 1);
            assertEquals(weights, Merged.of(weights));
        }
    }

    /** Random numbers in the place of statistics, as training leaves them. */
    private static Weights trained(Network network) {
        var random = new SplittableRandom(1);
        var tensors = new LinkedHashMap<String, Tensor>();
        Weights.random(network, 1).tensors().forEach((name, tensor) -> {
            var values = tensor.values().clone();
            if (name.contains(".norm.")) {
                for (var i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextDouble(0.5, 2);
                }
            }
            tensors.put(name, new Tensor(values, tensor.shape()));
        });
        return new Weights(tensors);
    }

    private static float[][] plain(Network network, Weights weights, float[][] signals) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var values = new HashMap<String, NDArray>();
                weights.tensors()
                        .forEach((name, one) -> values.put(name, arrays.create(one.values(), new Shape(one.shape()))));
                var flat = new float[ROWS * 2 * SAMPLES];
                for (var row = 0; row < ROWS; row++) {
                    System.arraycopy(signals[row], 0, flat, row * 2 * SAMPLES, 2 * SAMPLES);
                }
                var output = new float[ROWS][];
                var input = arrays.create(flat, new Shape(ROWS, 2, SAMPLES));
                Inference.rows(network.forward(values, input, Mode.INFERENCE).output(), output, 0);
                return output;
            }
        });
    }
}
