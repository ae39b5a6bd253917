package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plain convolutional network: strided convolutions, the mean over time, a hidden dense layer, dropout, a dense layer. */
public final class Cnn1d implements Network {

    private static final int STRIDE = 2;

    /**
     * @param leads of a signal
     * @param classes outputs; 1 for a single logit
     * @param widths channels of each convolution
     * @param kernel length of the convolutions; odd
     * @param hidden units of the hidden layer
     * @param dropout share of the hidden units that is dropped while training
     * @param bottleneck units between the hidden layer and the classes; 0 without a bottleneck
     */
    public record Form(
            int leads, int classes, List<Integer> widths, int kernel, int hidden, double dropout, int bottleneck)
            implements NetworkForm {

        public Form {
            widths = List.copyOf(widths);
            if (leads < 1
                    || classes < 1
                    || hidden < 1
                    || widths.isEmpty()
                    || widths.stream().anyMatch(w -> w < 1)) {
                throw new NetworkException("A CNN-1D needs at least one lead, class, hidden unit and channel, but was"
                        + " given " + leads + " leads, " + classes + " classes, " + hidden + " hidden units and widths "
                        + widths + ".");
            }
            if (kernel < 1 || kernel % 2 == 0) {
                throw new NetworkException(
                        "The kernel must have an odd length, for example 5, but has " + kernel + ".");
            }
            if (!(dropout >= 0 && dropout < 1)) {
                throw new NetworkException("The dropout must be at least 0 and below 1, but is " + dropout + ".");
            }
        }

        public Form(int leads, int classes, List<Integer> widths, int kernel, int hidden, double dropout) {
            this(leads, classes, widths, kernel, hidden, dropout, 0);
        }

        /** The same with a bottleneck in its head. */
        public Form withBottleneck(int units) {
            return new Form(leads, classes, widths, kernel, hidden, dropout, units);
        }

        /** 15,217 parameters for one lead and one logit. */
        public static Form standard(int leads, int classes) {
            return new Form(leads, classes, List.of(16, 32, 64), 5, 32, 0.3);
        }

        @Override
        public Network network() {
            return new Cnn1d(this);
        }

        @Override
        public long parts() {
            return widths.size();
        }
    }

    private final Form form;
    private final Head head;
    private final List<Slot> slots;

    public Cnn1d(Form form) {
        this.form = form;
        var slots = new ArrayList<Slot>();
        var in = form.leads();
        for (var layer = 0; layer < form.widths().size(); layer++) {
            var out = form.widths().get(layer);
            Blocks.convolution(slots, name(layer), out, in, form.kernel());
            in = out;
        }
        Blocks.dense(slots, "hidden", form.hidden(), in);
        this.head = new Head(new Head.Form(form.hidden(), form.bottleneck(), form.classes()));
        slots.addAll(head.slots());
        this.slots = List.copyOf(slots);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var x = input;
        for (var layer = 0; layer < form.widths().size(); layer++) {
            x = Layers.relu(
                    layer == 0
                            ? Blocks.convolveSignal(arrays, name(layer), x, STRIDE, mode)
                            : Blocks.convolve(arrays, name(layer), x, STRIDE, mode));
        }
        var features = Layers.relu(Blocks.apply(arrays, "hidden", Layers.meanOverTime(x)));
        var pass = head.apply(arrays, Layers.dropout(features, form.dropout(), mode));
        // The features are returned as they are before the dropout, so that they are not random.
        return (form.bottleneck() > 0 ? pass : new Pass(features, pass.output())).from(x);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        var length = samples;
        var in = form.leads();
        var count = 0L;
        for (var out : form.widths()) {
            length = Blocks.strided(length, STRIDE);
            count += (long) length * out * in * form.kernel();
            in = out;
        }
        return count + (long) form.hidden() * in + head.multiplyAccumulates(1);
    }

    private static String name(int layer) {
        return "conv" + (layer + 1);
    }
}
