package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Convolutions of any width, with and without full blocks of channels, are what plain loops make of them. */
class ConvolutionTest {

    /** rows, channels, samples, outputs, kernel, stride, padding, groups */
    private static final int[][] SHAPES = {
        {5, 28, 65, 28, 3, 1, 1, 1},
        {5, 28, 65, 56, 3, 2, 1, 1},
        {5, 56, 33, 84, 3, 2, 1, 1},
        {5, 84, 17, 84, 3, 1, 1, 1},
        {5, 12, 100, 64, 16, 2, 0, 1},
        {5, 4, 65, 6, 3, 2, 1, 1},
        {5, 16, 65, 1, 5, 1, 2, 1},
        {1, 28, 65, 12, 5, 1, 2, 1},
        {16, 16, 64, 32, 5, 1, 2, 1},
        {3, 64, 64, 64, 16, 2, 0, 4},
        {3, 24, 33, 12, 3, 1, 1, 3},
        {3, 8, 33, 8, 4, 2, 0, 2},
        {3, 1, 64, 12, 16, 16, 0, 1},
        {3, 2, 64, 28, 7, 2, 3, 1},
        {3, 3, 64, 28, 7, 2, 3, 1},
        {4, 300, 9, 20, 1, 1, 0, 1},
        {4, 32, 9, 48, 1, 1, 0, 1}
    };

    @TestFactory
    List<DynamicTest> everyShapeIsRightForwardAndBack() {
        var tests = new ArrayList<DynamicTest>();
        for (var shape : SHAPES) {
            for (var isHidden : new boolean[] {true, false}) {
                var name = Arrays.toString(shape) + (isHidden ? "" : " of a signal");
                tests.add(DynamicTest.dynamicTest(
                        name, () -> assertEquals(Optional.empty(), wrong(operation(name, isHidden, shape)))));
            }
        }
        return tests;
    }

    /** Students as they were made before widths were multiples of 16, beside the same network in plain loops. */
    @Test
    void aNetworkOfOddWidthsGivesWhatItsWeightsSay() {
        var network = new ResNet1d(new ResNet1d.Form(1, 1, List.of(28, 56, 84), 2));
        var weights = Weights.random(network, 3);
        var random = new SplittableRandom(4);
        var signals = new float[5][70];
        for (var signal : signals) {
            for (var i = 0; i < signal.length; i++) {
                signal[i] = (float) random.nextGaussian();
            }
        }
        var found = Inference.run(network, weights, 1, signals, Progress.NONE).outputs();
        for (var row = 0; row < signals.length; row++) {
            var expected = (float) new PlainResNet(weights.tensors()).logit(signals[row]);
            assertArrayEquals(new float[] {expected}, found[row], 1e-5f * (1 + Math.abs(expected)));
        }
    }

    private static EngineProof.Operation operation(String name, boolean isHidden, int... shape) {
        var sizes = Arrays.copyOf(shape, 5);
        var step = new Convolution.Geometry(shape[5], shape[6], 1, shape[7]);
        return new EngineProof.Operation(
                name,
                List.of(
                        new EngineProof.Input(isHidden, shape[0], shape[1], shape[2]),
                        EngineProof.Input.learnt(shape[3], shape[1] / shape[7], shape[4]),
                        EngineProof.Input.learnt(shape[3])),
                in -> isHidden
                        ? Convolution.of(in.get(0), in.get(1), in.get(2), step)
                        : Convolution.ofSignal(in.get(0), in.get(1), in.get(2), step),
                in -> PlainLoops.convolution(in.get(0), in.get(1), in.get(2), sizes, step));
    }

    private static Optional<String> wrong(EngineProof.Operation operation) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                return EngineProof.wrong(arrays, List.of(operation));
            }
        });
    }

    /** The student's definition once more, for one signal and one logit. */
    private record PlainResNet(Map<String, Tensor> tensors) {

        double logit(float... signal) {
            var x = numbers(signal);
            var channels = 28;
            x = rectified(convolved("stem", x, 1, 2));
            for (var stage = 1; stage <= 3; stage++) {
                for (var block = 1; block <= 2; block++) {
                    var name = "stage" + stage + ".block" + block + ".";
                    var stride = stage > 1 && block == 1 ? 2 : 1;
                    var y = rectified(convolved(name + "conv1", x, channels, stride));
                    var out = 28 * stage;
                    y = convolved(name + "conv2", y, out, 1);
                    var shortcut = stride == 1 ? x : convolved(name + "shortcut", x, channels, stride);
                    channels = out;
                    for (var i = 0; i < y.length; i++) {
                        y[i] += shortcut[i];
                    }
                    x = rectified(y);
                }
            }
            return PlainLoops.dense(PlainLoops.mean(x, x.length / channels), of("dense.weight"), of("dense.bias"))[0];
        }

        private double[] convolved(String name, double[] x, int channels, int stride) {
            var shape = tensors.get(name + ".weight").shape();
            var out = (int) shape[0];
            var kernel = (int) shape[2];
            var y = PlainLoops.convolution(
                    x,
                    of(name + ".weight"),
                    new double[out],
                    new int[] {1, channels, x.length / channels, out, kernel},
                    new Convolution.Geometry(stride, kernel / 2, 1, 1));
            return PlainLoops.normalised(
                    y,
                    of(name + ".norm.running_mean"),
                    of(name + ".norm.running_var"),
                    of(name + ".norm.weight"),
                    of(name + ".norm.bias"),
                    y.length / out);
        }

        private static double[] rectified(double... x) {
            return Arrays.stream(x).map(number -> Math.max(0, number)).toArray();
        }

        private double[] of(String name) {
            return numbers(tensors.get(name).values());
        }

        private static double[] numbers(float... single) {
            var numbers = new double[single.length];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = single[i];
            }
            return numbers;
        }
    }
}
