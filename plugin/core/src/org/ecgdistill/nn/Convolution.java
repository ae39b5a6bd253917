package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Convolutions by PyTorch: the only code that calls the engine's own convolution.
 *
 * <p>oneDNN, which computes them on a processor, takes channels in blocks of 16. Where the last block is not full it
 * pads it on its way into memory, and on processors that hide the sizes of their caches it does so wrongly: numbers are
 * read as zero or as whatever lay in memory. Blocks are therefore filled up here with channels of zeros, which are cut
 * off again; gradients follow the same path back. A signal of one to three leads is computed by a separate kernel that
 * needs no blocks, unless the gradient with respect to the signal is required.
 */
final class Convolution {

    /** As many floats as a vector of AVX-512 holds. */
    static final int BLOCK = 16;

    private static final int FEW_LEADS = 3;

    /**
     * How a kernel moves.
     *
     * @param stride samples from one output to the next
     * @param padding zeros before and after the signal
     * @param dilation samples from one number of the kernel to the next
     * @param groups parts of equal size into which channels are divided, each with outputs of its own
     */
    record Geometry(long stride, long padding, long dilation, int groups) {

        /** Without groups or dilation. */
        static Geometry of(long stride, long padding) {
            return new Geometry(stride, padding, 1, 1);
        }
    }

    private Convolution() {}

    /** A convolution of the signal itself; for the output of another layer see {@link #of}. */
    static NDArray ofSignal(NDArray x, NDArray weight, NDArray bias, Geometry geometry) {
        var isFewLeads = geometry.groups() == 1 && x.getShape().get(1) <= FEW_LEADS && !x.hasGradient();
        return filled(x, weight, bias, geometry, isFewLeads);
    }

    /**
     * @param x (rows, channels, samples)
     * @param weight (outputs, channels in a group, samples of the kernel)
     * @param bias one for each output, or null
     */
    static NDArray of(NDArray x, NDArray weight, NDArray bias, Geometry geometry) {
        return filled(x, weight, bias, geometry, false);
    }

    private static NDArray filled(NDArray x, NDArray weight, NDArray bias, Geometry geometry, boolean isFewLeads) {
        var groups = geometry.groups();
        var out = weight.getShape().get(0) / groups;
        var in = weight.getShape().get(1);
        var isOnProcessor = !x.getDevice().isGpu();
        var moreOut = isOnProcessor ? missing(out) : 0;
        var moreIn = isOnProcessor && !isFewLeads ? missing(in) : 0;
        var y = engine(
                filledChannels(x, groups, in, moreIn),
                filledKernel(weight, groups, moreOut, moreIn),
                bias == null || moreOut == 0 ? bias : filledBias(bias, groups, moreOut),
                geometry);
        return moreOut == 0 ? y : cut(y, groups, out);
    }

    /** How many channels the last block lacks. */
    static long missing(long channels) {
        return (BLOCK - channels % BLOCK) % BLOCK;
    }

    private static NDArray engine(NDArray x, NDArray weight, NDArray bias, Geometry geometry) {
        return x.getNDArrayInternal()
                .convolution(
                        x,
                        weight,
                        bias,
                        new Shape(geometry.stride()),
                        new Shape(geometry.padding()),
                        new Shape(geometry.dilation()),
                        geometry.groups())
                .get(0);
    }

    private static NDArray filledChannels(NDArray x, int groups, long in, long more) {
        if (more == 0) {
            return x;
        }
        var rows = x.getShape().get(0);
        var samples = x.getShape().get(2);
        return x.reshape(rows, groups, in, samples)
                .pad(new Shape(0, 0, 0, more), 0)
                .reshape(rows, groups * (in + more), samples);
    }

    private static NDArray filledKernel(NDArray weight, int groups, long moreOut, long moreIn) {
        if (moreOut == 0 && moreIn == 0) {
            return weight;
        }
        var out = weight.getShape().get(0) / groups;
        var in = weight.getShape().get(1);
        var length = weight.getShape().get(2);
        return weight.reshape(groups, out, in, length)
                .pad(new Shape(0, 0, 0, moreIn, 0, moreOut), 0)
                .reshape(groups * (out + moreOut), in + moreIn, length);
    }

    private static NDArray filledBias(NDArray bias, int groups, long more) {
        return bias.reshape(groups, bias.size() / groups)
                .pad(new Shape(0, more), 0)
                .reshape(bias.size() + groups * more);
    }

    private static NDArray cut(NDArray y, int groups, long out) {
        var rows = y.getShape().get(0);
        var samples = y.getShape().get(2);
        if (groups == 1) {
            return y.get(":, :" + out);
        }
        return y.reshape(rows, groups, y.getShape().get(1) / groups, samples)
                .get(":, :, :" + out)
                .reshape(rows, groups * out, samples);
    }
}
