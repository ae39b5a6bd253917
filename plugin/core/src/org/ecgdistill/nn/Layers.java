package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The layers that the networks are made of, as plain functions of arrays shaped (batch, channels, samples). */
public final class Layers {

    /** PyTorch's own default. */
    static final float EPSILON = 1e-5f;

    /** The share of the old value that a running statistic keeps; PyTorch's momentum is 1 minus this share. */
    private static final float KEPT = 0.9f;

    /** From this many channels on, oneDNN is faster forward and backward; below, it is slower backward. */
    private static final int MANY_CHANNELS = 256;

    private Layers() {}

    static NDArray swish(NDArray x) {
        try (var gate = x.getNDArrayInternal().sigmoid()) {
            return gate.mul(x);
        }
    }

    static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    /** A convolution in groups of channels, without padding of its own. */
    static NDArray grouped(NDArray x, NDArray weight, NDArray bias, int stride, int groups) {
        return Convolution.of(x, weight, bias, new Convolution.Geometry(stride, 0, 1, groups));
    }

    /**
     * A convolution with a kernel of one sample. On one thread and in batches below 16, PyTorch does not use oneDNN for
     * it, which is faster once there are many channels. PyTorch always uses oneDNN for dilated convolutions, and with a
     * kernel of one sample the dilation changes nothing.
     */
    static NDArray pointwise(NDArray x, NDArray weight, NDArray bias) {
        var dilation =
                weight.getShape().get(1) >= MANY_CHANNELS && !x.getDevice().isGpu() ? 2 : 1;
        return Convolution.of(x, weight, bias, new Convolution.Geometry(1, 0, dilation, 1));
    }

    /** A convolution with the same padding on both sides. */
    static NDArray padded(NDArray x, NDArray weight, NDArray bias, int stride) {
        return Convolution.of(x, weight, bias, Convolution.Geometry.of(stride, padding(weight)));
    }

    /** The same of the signal itself. */
    static NDArray paddedSignal(NDArray x, NDArray weight, NDArray bias, int stride) {
        return Convolution.ofSignal(x, weight, bias, Convolution.Geometry.of(stride, padding(weight)));
    }

    private static long padding(NDArray weight) {
        return weight.getShape().get(2) / 2;
    }

    /** Zeros around the samples so that a convolution gives one output per stride; a surplus zero goes to the right. */
    static NDArray padSame(NDArray x, long kernel, long stride) {
        var length = x.getShape().get(2);
        var outputs = (length + stride - 1) / stride;
        var zeros = Math.max(0, (outputs - 1) * stride + kernel - length);
        return zeros == 0 ? x : x.pad(new Shape(zeros / 2, zeros - zeros / 2), 0);
    }

    static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return x.getNDArrayInternal().linear(x, weight, bias).get(0);
    }

    static NDArray batchNorm(NDArray x, NDArray mean, NDArray variance, NDArray gamma, NDArray beta, Mode mode) {
        return x.getNDArrayInternal()
                .batchNorm(x, mean, variance, gamma, beta, 1, KEPT, EPSILON, mode.isTraining())
                .get(0);
    }

    /** Normalises the last axis. */
    public static NDArray layerNorm(NDArray x, NDArray weight, NDArray bias) {
        return x.getNDArrayInternal()
                .layerNorm(x, weight.getShape(), weight, bias, EPSILON)
                .get(0);
    }

    /** Drops a share of the numbers and scales up the rest, while training (Srivastava et al. 2014). */
    static NDArray dropout(NDArray x, double share, Mode mode) {
        if (!mode.isTraining() || share <= 0) {
            return x;
        }
        var mask = new float[(int) x.size()];
        for (var i = 0; i < mask.length; i++) {
            mask[i] = mode.random().nextDouble() < share ? 0 : (float) (1 / (1 - share));
        }
        return x.mul(x.getManager().create(mask, x.getShape()));
    }

    static NDArray meanOverTime(NDArray x) {
        return x.mean(new int[] {2});
    }
}
