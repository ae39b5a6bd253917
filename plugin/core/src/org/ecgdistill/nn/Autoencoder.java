package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ecgdistill.nn.Slot.Start;

/**
 * A convolutional autoencoder: strided convolutions and a dense layer encode a signal as a few latent numbers, and a
 * mirrored decoder reconstructs it. A pass gives the latent numbers as its features and the reconstruction (rows, leads
 * · samples) as its output.
 */
public final class Autoencoder implements Network {

    private static final int STRIDE = 2;

    /**
     * @param leads of a signal
     * @param samples in each lead
     * @param latent numbers in the middle
     * @param widths channels of each of the encoder's convolutions
     * @param kernel length of the convolutions; odd
     */
    public record Form(int leads, int samples, int latent, List<Integer> widths, int kernel) implements NetworkForm {

        public Form {
            widths = List.copyOf(widths);
            if (leads < 1
                    || samples < 1
                    || latent < 1
                    || widths.isEmpty()
                    || widths.stream().anyMatch(w -> w < 1)) {
                throw new NetworkException("An autoencoder needs at least one lead, sample, latent number and channel,"
                        + " but was given " + leads + " leads, " + samples + " samples, " + latent
                        + " latent numbers and widths " + widths + ".");
            }
            if (kernel < 1 || kernel % 2 == 0) {
                throw new NetworkException(
                        "The kernel must have an odd length, for example 5, but has " + kernel + ".");
            }
        }

        /** Three convolutions of length 5 with 16, 32 and 64 channels. */
        public static Form standard(int leads, int samples, int latent) {
            return new Form(leads, samples, latent, List.of(16, 32, 64), 5);
        }

        @Override
        public Network network() {
            return new Autoencoder(this);
        }

        @Override
        public long parts() {
            return widths.size();
        }

        @Override
        public OptionalInt window() {
            return OptionalInt.of(samples);
        }

        /** 0, because it reconstructs signals. */
        @Override
        public int classes() {
            return 0;
        }
    }

    private final Form form;

    /** The signal's length before the first convolution and after each. */
    private final int[] lengths;

    private final List<Slot> slots;

    public Autoencoder(Form form) {
        this.form = form;
        var depth = form.widths().size();
        lengths = new int[depth + 1];
        lengths[0] = form.samples();
        var list = new ArrayList<Slot>();
        for (var layer = 0; layer < depth; layer++) {
            lengths[layer + 1] = Blocks.strided(lengths[layer], STRIDE);
            Blocks.convolution(list, down(layer), channels(layer + 1), channels(layer), form.kernel());
        }
        var flat = channels(depth) * lengths[depth];
        Blocks.dense(list, "latent", form.latent(), flat);
        Blocks.dense(list, "expand", flat, form.latent());
        for (var layer = depth - 1; layer > 0; layer--) {
            Blocks.convolution(list, up(layer), channels(layer), channels(layer + 1), form.kernel());
        }
        list.add(Slot.of(up(0) + ".weight", Start.HE, form.leads(), channels(1), form.kernel()));
        list.add(Slot.of(up(0) + ".bias", Start.ZERO, form.leads()));
        slots = List.copyOf(list);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var latent = encode(arrays, input, mode);
        return new Pass(latent, decode(arrays, latent, mode));
    }

    /** The encoder's arrays, which {@link #encode} needs. */
    public List<Slot> encoderSlots() {
        return slots.stream().filter(slot -> isOfEncoder(slot.name())).toList();
    }

    /** Whether an array belongs to the encoder. */
    public static boolean isOfEncoder(String name) {
        return name.startsWith("down") || name.startsWith("latent.");
    }

    /** The encoder alone: (rows, leads, samples) to (rows, latent numbers). */
    public NDArray encode(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var x = input;
        for (var layer = 0; layer < form.widths().size(); layer++) {
            x = Layers.relu(
                    layer == 0
                            ? Blocks.convolveSignal(arrays, down(layer), x, STRIDE, mode)
                            : Blocks.convolve(arrays, down(layer), x, STRIDE, mode));
        }
        var rows = x.getShape().get(0);
        return Blocks.apply(arrays, "latent", x.reshape(rows, x.size() / rows));
    }

    @Override
    public long multiplyAccumulates(int samples) {
        var count = 0L;
        var length = samples;
        for (var layer = 0; layer < form.widths().size(); layer++) {
            var before = length;
            length = Blocks.strided(length, STRIDE);
            var weights = (long) channels(layer + 1) * channels(layer) * form.kernel();
            count += length * weights + before * weights;
        }
        return count + 2L * form.latent() * channels(form.widths().size()) * length;
    }

    /** The encoder's share of {@link #multiplyAccumulates}. */
    public long encoderMultiplyAccumulates() {
        var depth = form.widths().size();
        var count = (long) form.latent() * channels(depth) * lengths[depth];
        for (var layer = 0; layer < depth; layer++) {
            count += (long) lengths[layer + 1] * channels(layer + 1) * channels(layer) * form.kernel();
        }
        return count;
    }

    private NDArray decode(Map<String, NDArray> arrays, NDArray latent, Mode mode) {
        var depth = form.widths().size();
        var rows = latent.getShape().get(0);
        var x = Layers.relu(Blocks.apply(arrays, "expand", latent)).reshape(rows, channels(depth), lengths[depth]);
        for (var layer = depth - 1; layer >= 0; layer--) {
            // Each sample twice; the surplus sample of an odd length is cut off.
            x = x.repeat(2, STRIDE).get(":, :, :" + lengths[layer]);
            x = layer > 0
                    ? Layers.relu(Blocks.convolve(arrays, up(layer), x, 1, mode))
                    : Layers.padded(x, arrays.get(up(0) + ".weight"), arrays.get(up(0) + ".bias"), 1);
        }
        return x.reshape(rows, (long) form.leads() * form.samples());
    }

    private int channels(int layer) {
        return layer == 0 ? form.leads() : form.widths().get(layer - 1);
    }

    private static String down(int layer) {
        return "down" + (layer + 1);
    }

    private static String up(int layer) {
        return "up" + (layer + 1);
    }
}
