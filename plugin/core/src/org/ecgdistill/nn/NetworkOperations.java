package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.special.Erf;

/** The kinds of operations that networks use, each with its plain loops, for {@link EngineProof}. */
final class NetworkOperations {

    private NetworkOperations() {}

    /** All operations, in shapes with channels that fill blocks and in shapes with channels that do not. */
    static List<EngineProof.Operation> all() {
        var all = new ArrayList<EngineProof.Operation>();
        for (var leads : new int[] {1, 2, 3, 12}) {
            all.add(convolution(
                    "convolution of " + leads + (leads == 1 ? " lead" : " leads"),
                    false,
                    new int[] {2, leads, 9, 16, 7},
                    new Convolution.Geometry(2, 3, 1, 1)));
        }
        var plain = new Convolution.Geometry(1, 1, 1, 1);
        all.add(convolution("convolution", true, new int[] {2, 32, 3, 32, 3}, plain));
        all.add(convolution("convolution with odd channels", true, new int[] {2, 20, 3, 28, 3}, plain));
        all.add(convolution(
                "strided convolution", true, new int[] {2, 16, 7, 32, 3}, new Convolution.Geometry(2, 1, 1, 1)));
        all.add(convolution(
                "grouped convolution", true, new int[] {2, 32, 18, 32, 16}, new Convolution.Geometry(2, 0, 1, 2)));
        all.add(convolution(
                "pointwise convolution", true, new int[] {2, 48, 3, 32, 1}, new Convolution.Geometry(1, 0, 1, 1)));
        all.add(convolution(
                "pointwise convolution of many channels",
                true,
                new int[] {2, 256, 2, 16, 1},
                new Convolution.Geometry(1, 0, 2, 1)));
        all.add(new EngineProof.Operation(
                "dense layer",
                List.of(EngineProof.Input.learnt(5, 20), EngineProof.Input.learnt(7, 20), EngineProof.Input.learnt(7)),
                in -> Layers.linear(in.get(0), in.get(1), in.get(2)),
                in -> PlainLoops.dense(in.get(0), in.get(1), in.get(2))));
        all.addAll(normalisations());
        all.add(new EngineProof.Operation(
                "maximum pooling",
                List.of(EngineProof.Input.learnt(2, 16, 8)),
                in -> in.get(0).getNDArrayInternal().maxPool(new Shape(2), new Shape(2), new Shape(0), false),
                in -> PlainLoops.largerOfTwo(in.get(0))));
        all.add(new EngineProof.Operation(
                "mean over time",
                List.of(EngineProof.Input.learnt(2, 16, 9)),
                in -> Layers.meanOverTime(in.get(0)),
                in -> PlainLoops.mean(in.get(0), 9)));
        all.add(new EngineProof.Operation(
                "softmax",
                List.of(EngineProof.Input.learnt(3, 21)),
                in -> in.get(0).softmax(1),
                in -> PlainLoops.softmax(in.get(0), 21)));
        all.add(new EngineProof.Operation(
                "product of matrices",
                List.of(EngineProof.Input.learnt(2, 5, 6), EngineProof.Input.learnt(2, 6, 3)),
                in -> in.get(0).matMul(in.get(1)),
                in -> PlainLoops.products(in.get(0), in.get(1), 5, 6, 3)));
        all.add(activation("rectifier", Layers::relu, x -> Math.max(0, x)));
        all.add(activation("swish", Layers::swish, x -> x / (1 + Math.exp(-x))));
        all.add(activation(
                "Gaussian rectifier",
                x -> x.getNDArrayInternal().gelu(),
                x -> x / 2 * (1 + Erf.erf(x / Math.sqrt(2)))));
        all.add(activation("hyperbolic tangent", NDArray::tanh, Math::tanh));
        all.add(new EngineProof.Operation(
                "step of Adam",
                List.of(EngineProof.Input.given(37), EngineProof.Input.given(37)),
                NetworkOperations::adam,
                in -> PlainLoops.adam(in.get(0), in.get(1), 2, 0.1)));
        return all;
    }

    private static List<EngineProof.Operation> normalisations() {
        var channels = EngineProof.Input.learnt(16);
        return List.of(
                new EngineProof.Operation(
                        "batch normalisation",
                        List.of(EngineProof.Input.learnt(4, 16, 6), channels, channels),
                        in -> {
                            var arrays = in.get(0).getManager();
                            return Layers.batchNorm(
                                    in.get(0),
                                    arrays.zeros(new Shape(16)),
                                    arrays.ones(new Shape(16)),
                                    in.get(1),
                                    in.get(2),
                                    Mode.training(new SplittableRandom(0)));
                        },
                        in -> PlainLoops.batchNorm(in.get(0), in.get(1), in.get(2), 6)),
                new EngineProof.Operation(
                        "batch normalisation after training",
                        List.of(
                                EngineProof.Input.given(4, 16, 6),
                                EngineProof.Input.given(16),
                                EngineProof.Input.given(16),
                                EngineProof.Input.given(16)),
                        in -> Layers.batchNorm(
                                in.get(0), in.get(1), in.get(1).square(), in.get(2), in.get(3), Mode.INFERENCE),
                        in -> PlainLoops.normalised(
                                in.get(0),
                                in.get(1),
                                DoubleStream.of(in.get(1)).map(x -> x * x).toArray(),
                                in.get(2),
                                in.get(3),
                                6)),
                new EngineProof.Operation(
                        "layer normalisation",
                        List.of(EngineProof.Input.learnt(3, 5, 16), channels, channels),
                        in -> Layers.layerNorm(in.get(0), in.get(1), in.get(2)),
                        in -> PlainLoops.layerNorm(in.get(0), in.get(1), in.get(2))));
    }

    /**
     * @param isHidden whether its input is another layer's output rather than the signal
     * @param sizes rows, channels, samples, outputs, samples of the kernel
     */
    private static EngineProof.Operation convolution(
            String name, boolean isHidden, int[] sizes, Convolution.Geometry step) {
        return new EngineProof.Operation(
                name,
                List.of(
                        new EngineProof.Input(isHidden, sizes[0], sizes[1], sizes[2]),
                        EngineProof.Input.learnt(sizes[3], sizes[1] / step.groups(), sizes[4]),
                        EngineProof.Input.learnt(sizes[3])),
                in -> isHidden
                        ? Convolution.of(in.get(0), in.get(1), in.get(2), step)
                        : Convolution.ofSignal(in.get(0), in.get(1), in.get(2), step),
                in -> PlainLoops.convolution(in.get(0), in.get(1), in.get(2), sizes, step));
    }

    private static EngineProof.Operation activation(
            String name, Function<NDArray, NDArray> engine, DoubleUnaryOperator loops) {
        return new EngineProof.Operation(
                name,
                List.of(EngineProof.Input.learnt(3, 21)),
                in -> engine.apply(in.get(0)),
                in -> DoubleStream.of(in.get(0)).map(loops).toArray());
    }

    private static NDArray adam(List<NDArray> in) {
        var x = in.get(0).duplicate();
        var mean = x.zerosLike();
        var square = x.zerosLike();
        for (var step = 1; step <= 2; step++) {
            var first = 1 - Math.pow(0.9, step);
            var second = Math.sqrt(1 - Math.pow(0.999, step));
            Torch.adam(
                    x,
                    in.get(1),
                    mean,
                    square,
                    new Torch.AdamStep(0.1, 0.1 * second / first, 0, 0.9, 0.999, 1e-8 * second, false));
        }
        return x;
    }
}
