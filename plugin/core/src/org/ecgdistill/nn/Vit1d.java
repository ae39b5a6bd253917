package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ecgdistill.nn.Slot.Start;

/**
 * A small transformer for signals (Dosovitskiy et al. 2021, in one dimension): patches, positions, one block of
 * self-attention and a small dense part, the mean over the patches, a dense layer. The classical twin of the quantum
 * attention student.
 */
public final class Vit1d implements Network {

    private static final int EXPANSION = 2;

    /**
     * @param leads of a signal
     * @param samples in each lead
     * @param classes outputs; 1 for a single logit
     * @param patch samples in a patch; samples that remain at the end of the signal are not used
     * @param width numbers that represent a patch
     * @param heads of the attention; divides the width
     * @param bottleneck units between the patches' mean and the classes; 0 without a bottleneck
     */
    public record Form(int leads, int samples, int classes, int patch, int width, int heads, int bottleneck)
            implements NetworkForm {

        public Form {
            if (leads < 1 || classes < 1 || patch < 1 || width < 1 || heads < 1) {
                throw new NetworkException("Leads, classes, patch length, width and heads must all be at least 1.");
            }
            if (samples < patch) {
                throw new NetworkException("A signal of " + samples + " samples is shorter than one patch of " + patch
                        + ". Choose shorter patches.");
            }
            if (width % heads != 0) {
                throw new NetworkException("The width " + width + " can't be shared by " + heads + " heads.");
            }
        }

        /** The same with a bottleneck in its head. */
        public Form withBottleneck(int units) {
            return new Form(leads, samples, classes, patch, width, heads, units);
        }

        /** 16 patches; some 2,000 parameters for a lead of 256 samples and one logit. */
        public static Form standard(int leads, int samples, int classes) {
            return new Form(leads, samples, classes, Math.max(1, samples / 16), 12, 2, 0);
        }

        @Override
        public Network network() {
            return new Vit1d(this);
        }

        @Override
        public long parts() {
            return heads;
        }

        @Override
        public OptionalInt window() {
            return OptionalInt.of(samples);
        }

        int patches() {
            return samples / patch;
        }
    }

    private final Form form;
    private final Head head;
    private final List<Slot> slots;

    public Vit1d(Form form) {
        this.form = form;
        var width = form.width();
        var list = new ArrayList<Slot>();
        list.add(Slot.of("patch.weight", Start.HE, width, form.leads(), form.patch()));
        list.add(Slot.of("patch.bias", Start.ZERO, width));
        list.add(Slot.of("positions", Start.UNIFORM, form.patches(), width));
        norm(list, "norm1");
        for (var part : List.of("query", "key", "value", "join")) {
            Blocks.dense(list, part, width, width);
        }
        norm(list, "norm2");
        Blocks.dense(list, "expand", EXPANSION * width, width);
        Blocks.dense(list, "contract", width, EXPANSION * width);
        head = new Head(new Head.Form(width, form.bottleneck(), form.classes()));
        list.addAll(head.slots());
        slots = List.copyOf(list);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var cut = input.get(":, :, :" + form.patches() * form.patch());
        // (rows, width, patches) to (rows, patches, width)
        var x = Convolution.ofSignal(
                        cut,
                        arrays.get("patch.weight"),
                        arrays.get("patch.bias"),
                        Convolution.Geometry.of(form.patch(), 0))
                .transpose(0, 2, 1)
                .add(arrays.get("positions"));
        x = x.add(attention(arrays, norm(arrays, "norm1", x)));
        var hidden = Blocks.apply(arrays, "expand", norm(arrays, "norm2", x))
                .getNDArrayInternal()
                .gelu();
        x = x.add(Blocks.apply(arrays, "contract", hidden));
        return head.apply(arrays, x.mean(new int[] {1})).from(x.transpose(0, 2, 1));
    }

    @Override
    public long multiplyAccumulates(int samples) {
        var patches = (long) samples / form.patch();
        var width = (long) form.width();
        return patches * form.patch() * form.leads() * width
                + patches * width * width * (4 + 2 * EXPANSION)
                + 2 * patches * patches * width
                + head.multiplyAccumulates(1);
    }

    private NDArray attention(Map<String, NDArray> arrays, NDArray x) {
        var query = heads(Blocks.apply(arrays, "query", x));
        var key = heads(Blocks.apply(arrays, "key", x));
        var value = heads(Blocks.apply(arrays, "value", x));
        var scale = 1 / Math.sqrt((double) form.width() / form.heads());
        var share = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(Torch.constant(query, scale))
                .softmax(3);
        var joined =
                share.matMul(value).transpose(0, 2, 1, 3).reshape(x.getShape().get(0), form.patches(), form.width());
        return Blocks.apply(arrays, "join", joined);
    }

    /** (rows, patches, width) to (rows, heads, patches, width per head) */
    private NDArray heads(NDArray x) {
        return x.reshape(x.getShape().get(0), form.patches(), form.heads(), form.width() / form.heads())
                .transpose(0, 2, 1, 3);
    }

    private void norm(List<Slot> list, String name) {
        list.add(Slot.of(name + ".weight", Start.ONE, form.width()));
        list.add(Slot.of(name + ".bias", Start.ZERO, form.width()));
    }

    private static NDArray norm(Map<String, NDArray> arrays, String name, NDArray x) {
        return Layers.layerNorm(x, arrays.get(name + ".weight"), arrays.get(name + ".bias"));
    }
}
