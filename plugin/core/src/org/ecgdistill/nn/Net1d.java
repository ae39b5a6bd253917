package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ecgdistill.nn.Slot.Start;

/**
 * ECGFounder's network (Li et al. 2024, "An Electrocardiogram Foundation Model Built on over 10 Million Recordings with
 * External Evaluation across Multiple Domains"): a residual network of bottleneck blocks with grouped convolutions and
 * squeeze-and-excitation. The names of its arrays are those of the released checkpoints.
 */
public final class Net1d implements Network {

    /**
     * The network's size.
     *
     * @param leads 1 or 12 for the released checkpoints
     * @param stem channels after the first convolution
     * @param channels of each stage
     * @param blocks in each stage
     * @param kernel length of the stem's and the middle convolutions
     * @param groupWidth channels in a group of a middle convolution
     * @param classes outputs
     * @param batchNorm whether batch normalisation is in force; the released checkpoints carry its arrays but do not
     *     use them
     * @param bottleneck units between the last stage's mean and the classes; 0, as released, without a bottleneck
     */
    public record Form(
            int leads,
            int stem,
            List<Integer> channels,
            List<Integer> blocks,
            int kernel,
            int groupWidth,
            int classes,
            boolean batchNorm,
            int bottleneck)
            implements NetworkForm {

        public Form {
            channels = List.copyOf(channels);
            blocks = List.copyOf(blocks);
            if (leads < 1 || classes < 1 || stem < 1 || kernel < 1 || groupWidth < 1) {
                throw new NetworkException("Leads, classes, channels, kernel and group width must all be at least 1.");
            }
            if (channels.isEmpty() || channels.size() != blocks.size()) {
                throw new NetworkException("There must be as many numbers of blocks as of channels, one per stage, but"
                        + " there are " + blocks.size() + " and " + channels.size() + ".");
            }
            for (var count : channels) {
                if (count < 2 || count % groupWidth != 0) {
                    throw new NetworkException("Each stage's channels must be a multiple of the group width "
                            + groupWidth + ", but one has " + count + ".");
                }
            }
        }

        /** As released. */
        public static Form founder(int leads, int classes) {
            return new Form(
                    leads,
                    64,
                    List.of(64, 160, 160, 400, 400, 1024, 1024),
                    List.of(2, 2, 2, 3, 3, 4, 4),
                    16,
                    16,
                    classes,
                    false,
                    0);
        }

        /** The same with another first convolution. */
        public Form withStem(int stemChannels, int length) {
            return new Form(leads, stemChannels, channels, blocks, length, groupWidth, classes, batchNorm, bottleneck);
        }

        /** The same with other stages. */
        public Form withStages(List<Integer> newChannels, List<Integer> newBlocks, int width) {
            return new Form(leads, stem, newChannels, newBlocks, kernel, width, classes, batchNorm, bottleneck);
        }

        /** Small enough to be trained from a random start on a laptop. */
        public static Form small(int leads, int classes) {
            return new Form(leads, 16, List.of(16, 32, 48, 64), List.of(2, 2, 2, 1), 16, 16, classes, false, 0);
        }

        /** A third of the small size, for single beats. */
        public static Form tiny(int leads, int classes) {
            return new Form(leads, 16, List.of(16, 32, 48), List.of(1, 1, 1), 16, 16, classes, false, 0);
        }

        /** The same with a bottleneck in its head. */
        public Form withBottleneck(int units) {
            return new Form(leads, stem, channels, blocks, kernel, groupWidth, classes, batchNorm, units);
        }

        @Override
        public Network network() {
            return new Net1d(this);
        }

        @Override
        public long parts() {
            return blocks.stream().mapToLong(Integer::longValue).sum();
        }

        /** The form of the network's head. */
        public Head.Form head() {
            return new Head.Form(channels.get(channels.size() - 1), bottleneck, classes);
        }
    }

    private static final int STRIDE = 2;

    private final Form form;
    private final boolean tellsAttention;
    private final Head head;
    private final List<Slot> slots;

    public Net1d(Form form) {
        this(form, false);
    }

    /**
     * @param tellsAttention whether inference also returns where in time the network looks
     */
    public Net1d(Form form, boolean tellsAttention) {
        this.form = form;
        this.tellsAttention = tellsAttention;
        this.head = new Head(form.head());
        var slots = new ArrayList<Slot>();
        convolution(slots, "first_conv", form.stem(), form.leads(), form.kernel());
        norm(slots, "first_bn", form.stem());
        var in = form.stem();
        for (var stage = 0; stage < form.channels().size(); stage++) {
            var out = form.channels().get(stage);
            for (var block = 0; block < form.blocks().get(stage); block++) {
                block(slots, name(stage, block), in, out);
                in = out;
            }
        }
        slots.addAll(head.slots());
        this.slots = List.copyOf(slots);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public boolean hasIndependentRows() {
        return !form.batchNorm();
    }

    @Override
    public boolean tellsAttention() {
        return tellsAttention;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var maps = stages(arrays, input, mode);
        return head.apply(arrays, Layers.meanOverTime(maps)).from(maps);
    }

    /** The network without its head, which then gives its features as its output. */
    public Network trunk() {
        return new Trunk();
    }

    private NDArray stages(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var x = freed(input, false, in -> {
            var stem = Convolution.ofSignal(
                    Layers.padSame(in, form.kernel(), STRIDE),
                    arrays.get("first_conv.conv.weight"),
                    arrays.get("first_conv.conv.bias"),
                    Convolution.Geometry.of(STRIDE, 0));
            return activate(arrays, "first_bn", stem, mode);
        });
        for (var stage = 0; stage < form.channels().size(); stage++) {
            for (var block = 0; block < form.blocks().get(stage); block++) {
                var number = new int[] {stage, block};
                x = freed(x, true, in -> block(arrays, number[0], number[1], in, mode));
            }
        }
        return x;
    }

    /**
     * Runs a part of the network and frees its intermediates. PyTorch itself keeps those that gradients need; the rest
     * is a gigabyte for eight ten-second records.
     *
     * @param isLast whether the input is not needed any more
     */
    private static NDArray freed(NDArray input, boolean isLast, UnaryOperator<NDArray> part) {
        var whole = input.getManager();
        try (var scope = whole.newSubManager()) {
            input.attach(scope);
            var output = part.apply(input);
            output.attach(whole);
            if (!isLast) {
                input.attach(whole);
            }
            return output;
        }
    }

    @Override
    public long multiplyAccumulates(int samples) {
        var length = (samples + STRIDE - 1) / STRIDE;
        var count = (long) length * form.stem() * form.leads() * form.kernel();
        var in = form.stem();
        for (var stage = 0; stage < form.channels().size(); stage++) {
            var out = (long) form.channels().get(stage);
            for (var block = 0; block < form.blocks().get(stage); block++) {
                var before = length;
                length = block == 0 ? (length + STRIDE - 1) / STRIDE : length;
                count += before * out * in + length * out * form.groupWidth() * form.kernel();
                count += length * out * out + 2 * (out / 2) * out;
                in = (int) out;
            }
        }
        return count + head.multiplyAccumulates(samples);
    }

    private NDArray block(Map<String, NDArray> arrays, int stage, int block, NDArray input, Mode mode) {
        var name = name(stage, block);
        var channels = form.channels().get(stage);
        var stride = block == 0 ? STRIDE : 1;
        // The first block directly follows the stem's activation.
        var x = stage == 0 && block == 0 ? input : activate(arrays, name + "bn1", input, mode);
        x = convolve(arrays, name + "conv1", x, 1, 1);
        x = activate(arrays, name + "bn2", x, mode);
        x = convolve(arrays, name + "conv2", x, stride, channels / form.groupWidth());
        x = activate(arrays, name + "bn3", x, mode);
        x = convolve(arrays, name + "conv3", x, 1, 1);
        var squeezed = Layers.swish(Blocks.apply(arrays, name + "se_fc1", Layers.meanOverTime(x)));
        var excitation = Blocks.apply(arrays, name + "se_fc2", squeezed)
                .getNDArrayInternal()
                .sigmoid();
        return x.mul(excitation.expandDims(2)).add(identity(input, channels, stride));
    }

    /** The block's input, brought to the length and the channels of its output. */
    private static NDArray identity(NDArray input, int channels, int stride) {
        var x = input;
        if (stride > 1) {
            // At odd lengths the zero takes part in the maximum, as upstream.
            var padded = Layers.padSame(x, stride, stride);
            x = padded.getNDArrayInternal().maxPool(new Shape(stride), new Shape(stride), new Shape(0), false);
        }
        var missing = channels - (int) x.getShape().get(1);
        return missing <= 0 ? x : x.pad(new Shape(0, 0, missing / 2, missing - missing / 2), 0);
    }

    private NDArray activate(Map<String, NDArray> arrays, String name, NDArray x, Mode mode) {
        if (!form.batchNorm()) {
            return Layers.swish(x);
        }
        return Layers.swish(Layers.batchNorm(
                x,
                arrays.get(name + ".running_mean"),
                arrays.get(name + ".running_var"),
                arrays.get(name + ".weight"),
                arrays.get(name + ".bias"),
                mode));
    }

    private static NDArray convolve(Map<String, NDArray> arrays, String name, NDArray x, int stride, int groups) {
        var weight = arrays.get(name + ".conv.weight");
        if (weight.getShape().get(2) == 1) {
            return Layers.pointwise(x, weight, arrays.get(name + ".conv.bias"));
        }
        var padded = Layers.padSame(x, weight.getShape().get(2), stride);
        return Layers.grouped(padded, weight, arrays.get(name + ".conv.bias"), stride, groups);
    }

    private void block(List<Slot> slots, String name, int in, int out) {
        norm(slots, name + "bn1", in);
        convolution(slots, name + "conv1", out, in, 1);
        norm(slots, name + "bn2", out);
        convolution(slots, name + "conv2", out, form.groupWidth(), form.kernel());
        norm(slots, name + "bn3", out);
        convolution(slots, name + "conv3", out, out, 1);
        Blocks.dense(slots, name + "se_fc1", out / 2, out);
        Blocks.dense(slots, name + "se_fc2", out, out / 2);
    }

    private void norm(List<Slot> slots, String name, int channels) {
        if (form.batchNorm()) {
            slots.add(Slot.of(name + ".weight", Start.ONE, channels));
            slots.add(Slot.of(name + ".bias", Start.ZERO, channels));
            slots.add(Slot.of(name + ".running_mean", Start.RUNNING_ZERO, channels));
            slots.add(Slot.of(name + ".running_var", Start.RUNNING_ONE, channels));
        }
    }

    private static void convolution(List<Slot> slots, String name, int out, int in, int kernel) {
        slots.add(Slot.of(name + ".conv.weight", Start.HE, out, in, kernel));
        slots.add(Slot.of(name + ".conv.bias", Start.ZERO, out));
    }

    private static String name(int stage, int block) {
        return "stage_list." + stage + ".block_list." + block + ".";
    }

    /** All but the head. */
    private final class Trunk implements Network {

        @Override
        public List<Slot> slots() {
            return slots.stream().filter(slot -> !Head.owns(slot.name())).toList();
        }

        @Override
        public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
            var maps = stages(arrays, input, mode);
            var features = Layers.meanOverTime(maps);
            return new Pass(features, features).from(maps);
        }

        @Override
        public boolean tellsAttention() {
            return tellsAttention;
        }

        @Override
        public long multiplyAccumulates(int samples) {
            return Net1d.this.multiplyAccumulates(samples) - head.multiplyAccumulates(samples);
        }
    }
}
