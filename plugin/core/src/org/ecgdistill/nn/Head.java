package org.ecgdistill.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The end of a network: from its features to its logits, optionally through a bottleneck of a few units. It is also a
 * separate network, for features that were computed once and kept: training it is equivalent to training the whole
 * network with all but the head frozen, and takes a thousandth of the time.
 *
 * <p>The bottleneck's activations lie between -1 and 1, as the expectations of qubits do, so that a quantum student can
 * be trained to give the same numbers.
 */
public final class Head implements Network {

    private static final String BOTTLENECK = "bottleneck";

    /** The name that the released checkpoints use. */
    private static final String DENSE = "dense";

    /**
     * @param features that it reads
     * @param bottleneck units between features and logits; 0 without a bottleneck
     * @param classes outputs
     */
    public record Form(int features, int bottleneck, int classes) implements NetworkForm {

        public Form {
            if (features < 1 || classes < 1 || bottleneck < 0) {
                throw new NetworkException("A head needs at least one feature and one class, and no negative number of"
                        + " bottleneck units, but was given " + features + ", " + classes + " and " + bottleneck + ".");
            }
        }

        @Override
        public Head network() {
            return new Head(this);
        }

        @Override
        public int leads() {
            return 1;
        }

        @Override
        public OptionalInt window() {
            return OptionalInt.of(features);
        }

        @Override
        public long parts() {
            return 1;
        }
    }

    private final Form form;
    private final List<Slot> slots;

    public Head(Form form) {
        this.form = form;
        var list = new ArrayList<Slot>();
        if (form.bottleneck() > 0) {
            Blocks.dense(list, BOTTLENECK, form.bottleneck(), form.features());
        }
        Blocks.dense(list, DENSE, form.classes(), inputs());
        slots = List.copyOf(list);
    }

    /** Whether an array of a whole network belongs to its head. */
    public static boolean owns(String name) {
        return name.startsWith(DENSE + ".") || name.startsWith(BOTTLENECK + ".");
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        return apply(arrays, input.reshape(input.getShape().get(0), form.features()));
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return (long) form.features() * form.bottleneck() + (long) inputs() * form.classes();
    }

    /** From features (rows, features); a bottleneck's activations then take their place. */
    Pass apply(Map<String, NDArray> arrays, NDArray features) {
        var last = form.bottleneck() > 0
                ? Blocks.apply(arrays, BOTTLENECK, features).tanh()
                : features;
        return new Pass(last, Blocks.apply(arrays, DENSE, last));
    }

    private int inputs() {
        return form.bottleneck() > 0 ? form.bottleneck() : form.features();
    }
}
