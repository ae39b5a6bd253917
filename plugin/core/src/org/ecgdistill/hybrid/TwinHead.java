package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Blocks;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Slot.Start;

/**
 * The classical twin of a circuit: one hidden layer with as many units as the circuit's number of parameters allows.
 * The parameters that remain become direct connections from latent numbers to logits. The comparison shows the benefit
 * of a circuit.
 */
public final class TwinHead implements LatentHead {

    private static final String HIDDEN = "hidden";
    private static final String DENSE = "dense";
    private static final String DIRECT = "direct";

    /**
     * @param latent how many latent numbers it takes
     * @param classes outputs; 1 for a single logit
     * @param parameters the maximum number that it may learn
     */
    public record Form(int latent, int classes, int parameters) {

        public Form {
            if (latent < 1 || classes < 1 || parameters < latent + 1 + 2 * classes) {
                throw new NetworkException("A network with one hidden unit on " + latent + " latent numbers needs "
                        + (latent + 1 + 2 * classes) + " parameters, but the circuit has only " + parameters
                        + ": choose more repetitions of its ansatz.");
            }
        }

        /** The twin of a circuit. */
        static Form of(CircuitHead circuit, int classes) {
            return new Form(circuit.latent(), classes, Math.toIntExact(circuit.parameters()));
        }

        int hidden() {
            return (parameters - classes) / (latent + 1 + classes);
        }

        /** Parameters that the hidden layer leaves over, up to the number of direct connections. */
        int direct() {
            return Math.min(parameters - classes - hidden() * (latent + 1 + classes), latent * classes);
        }
    }

    private final Form form;
    private final List<Slot> slots;

    public TwinHead(Form form) {
        this.form = form;
        var list = new ArrayList<>(Shift.slots(form.latent()));
        Blocks.dense(list, HIDDEN, form.hidden(), form.latent());
        Blocks.dense(list, DENSE, form.classes(), form.hidden());
        if (form.direct() > 0) {
            list.add(Slot.of(DIRECT, Start.ZERO, form.direct()));
        }
        slots = List.copyOf(list);
    }

    @Override
    public int latent() {
        return form.latent();
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass apply(Map<String, NDArray> arrays, NDArray latent, Mode mode) {
        var shifted = Shift.apply(arrays, latent);
        var hidden = Blocks.apply(arrays, HIDDEN, shifted).tanh();
        var logits = Blocks.apply(arrays, DENSE, hidden);
        return new Pass(hidden, form.direct() > 0 ? logits.add(direct(arrays.get(DIRECT), shifted)) : logits);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return (long) form.hidden() * (form.latent() + form.classes()) + form.direct();
    }

    /** Connections without a parameter have the weight 0. */
    private NDArray direct(NDArray weights, NDArray latent) {
        var missing = (long) form.latent() * form.classes() - form.direct();
        var all = missing == 0
                ? weights
                : weights.concat(weights.getManager().zeros(new Shape(missing), weights.getDataType()));
        return latent.matMul(all.reshape(form.latent(), form.classes()));
    }
}
