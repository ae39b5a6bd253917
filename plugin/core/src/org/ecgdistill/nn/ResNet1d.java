package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A residual network for signals (He et al. 2016, in one dimension): a stem, stages of basic blocks, the mean over time
 * and a dense layer.
 */
public final class ResNet1d implements Network {

    private static final int STEM_KERNEL = 7;
    private static final int STEM_STRIDE = 2;
    private static final int KERNEL = 3;

    /**
     * @param leads of a signal
     * @param classes outputs; 1 for a single logit
     * @param widths channels of each stage
     * @param blocks in each stage; the first block of each stage but the first halves the length
     * @param bottleneck units between the last stage's mean and the classes; 0 without a bottleneck
     */
    public record Form(int leads, int classes, List<Integer> widths, int blocks, int bottleneck)
            implements NetworkForm {

        public Form {
            widths = List.copyOf(widths);
            if (leads < 1
                    || classes < 1
                    || blocks < 1
                    || widths.isEmpty()
                    || widths.stream().anyMatch(w -> w < 1)) {
                throw new NetworkException("A ResNet-1D needs at least one lead, class, stage, block and channel, but"
                        + " was given " + leads + " leads, " + classes + " classes, widths " + widths + " and " + blocks
                        + " blocks.");
            }
        }

        public Form(int leads, int classes, List<Integer> widths, int blocks) {
            this(leads, classes, widths, blocks, 0);
        }

        /** The same with a bottleneck in its head. */
        public Form withBottleneck(int units) {
            return new Form(leads, classes, widths, blocks, units);
        }

        /** 137,489 parameters for one lead and one logit. */
        public static Form standard(int leads, int classes) {
            return new Form(leads, classes, List.of(32, 64, 80), 2);
        }

        @Override
        public Network network() {
            return new ResNet1d(this);
        }

        @Override
        public long parts() {
            return (long) widths.size() * blocks;
        }
    }

    private final Form form;
    private final Head head;
    private final List<Slot> slots;

    public ResNet1d(Form form) {
        this.form = form;
        var slots = new ArrayList<Slot>();
        var in = form.widths().get(0);
        Blocks.convolution(slots, "stem", in, form.leads(), STEM_KERNEL);
        for (var stage = 0; stage < form.widths().size(); stage++) {
            var out = form.widths().get(stage);
            for (var block = 0; block < form.blocks(); block++) {
                var name = name(stage, block);
                Blocks.convolution(slots, name + "conv1", out, in, KERNEL);
                Blocks.convolution(slots, name + "conv2", out, out, KERNEL);
                if (changes(stage, block, in, out)) {
                    Blocks.convolution(slots, name + "shortcut", out, in, 1);
                }
                in = out;
            }
        }
        this.head = new Head(new Head.Form(in, form.bottleneck(), form.classes()));
        slots.addAll(head.slots());
        this.slots = List.copyOf(slots);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var x = Layers.relu(Blocks.convolveSignal(arrays, "stem", input, STEM_STRIDE, mode));
        var in = form.widths().get(0);
        for (var stage = 0; stage < form.widths().size(); stage++) {
            var out = form.widths().get(stage);
            for (var block = 0; block < form.blocks(); block++) {
                var name = name(stage, block);
                var stride = stride(stage, block);
                var y = Layers.relu(Blocks.convolve(arrays, name + "conv1", x, stride, mode));
                y = Blocks.convolve(arrays, name + "conv2", y, 1, mode);
                var shortcut = changes(stage, block, in, out)
                        ? Blocks.convolve(arrays, name + "shortcut", x, stride, mode)
                        : x;
                x = Layers.relu(y.add(shortcut));
                in = out;
            }
        }
        return head.apply(arrays, Layers.meanOverTime(x)).from(x);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        var length = Blocks.strided(samples, STEM_STRIDE);
        var in = form.widths().get(0);
        var count = (long) length * in * form.leads() * STEM_KERNEL;
        for (var stage = 0; stage < form.widths().size(); stage++) {
            var out = form.widths().get(stage);
            for (var block = 0; block < form.blocks(); block++) {
                length = Blocks.strided(length, stride(stage, block));
                count += (long) length * out * KERNEL * (in + out);
                count += changes(stage, block, in, out) ? (long) length * out * in : 0;
                in = out;
            }
        }
        return count + head.multiplyAccumulates(1);
    }

    private static int stride(int stage, int block) {
        return stage > 0 && block == 0 ? 2 : 1;
    }

    private static boolean changes(int stage, int block, int in, int out) {
        return in != out || stride(stage, block) != 1;
    }

    private static String name(int stage, int block) {
        return "stage" + (stage + 1) + ".block" + (block + 1) + ".";
    }
}
