package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Blocks;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Slot;

/**
 * Logistic regression on latent numbers: the minimum that can be learnt from them, and so what a circuit has to beat. The
 * latent numbers are standardised first.
 */
public final class LinearHead implements LatentHead {

    private static final String DENSE = "dense";

    /**
     * @param latent how many latent numbers it takes
     * @param classes outputs; 1 for a single logit
     */
    public record Form(int latent, int classes) {

        public Form {
            if (latent < 1 || classes < 1) {
                throw new NetworkException("A logistic regression needs at least one latent number and one output, not "
                        + latent + " and " + classes + ".");
            }
        }
    }

    private final Form form;
    private final List<Slot> slots;

    public LinearHead(Form form) {
        this.form = form;
        var list = new ArrayList<>(Shift.slots(form.latent()));
        Blocks.dense(list, DENSE, form.classes(), form.latent());
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
        return new Pass(shifted, Blocks.apply(arrays, DENSE, shifted));
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return (long) form.latent() * form.classes();
    }
}
