package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Blocks;
import org.ecgdistill.nn.Detour;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Slot.Start;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.design.CircuitDesign;

/** Latent numbers become angles, the circuit's ⟨Z⟩ are the features, and a dense layer makes logits of them. */
public final class CircuitHead implements LatentHead {

    /** The circuit's parameters. */
    static final String ANGLES = "circuit.angles";

    private static final String DENSE = "dense";

    /**
     * @param circuit its recipe
     * @param scaling how latent numbers become angles
     * @param readout how ⟨Z⟩ becomes features
     * @param classes outputs; 1 for a single logit
     * @param device that the circuit runs on
     */
    public record Form(CircuitDesign circuit, Scaling scaling, Readout readout, int classes, QuantumDevice device) {

        public Form {
            if (classes < 1) {
                throw new NetworkException("A circuit needs at least one logit, but was given " + classes + ".");
            }
        }

        /** The same circuit on another device. */
        public Form on(QuantumDevice other) {
            return new Form(circuit, scaling, readout, classes, other);
        }
    }

    private final Form form;
    private final CircuitLayer layer;
    private final List<Slot> slots;

    /** For prediction, or training with the gradient that suits the device. */
    public CircuitHead(Form form) {
        this(form, GradientKind.suiting(form.device()));
    }

    public CircuitHead(Form form, GradientKind gradient) {
        this.form = form;
        var circuit = form.circuit().circuit();
        this.layer = new CircuitLayer(circuit, form.device(), gradient);
        var list = new ArrayList<>(form.scaling().slots(circuit.features()));
        if (circuit.parameters() == 0) {
            throw new NetworkException("The circuit has no parameters that could be trained: choose more qubits or"
                    + " repetitions, or another ansatz.");
        }
        list.add(Slot.of(ANGLES, Start.ZERO, circuit.parameters()));
        Blocks.dense(list, DENSE, form.classes(), form.readout() == Readout.MEAN ? 1 : circuit.qubits());
        slots = List.copyOf(list);
    }

    public Circuit circuit() {
        return layer.circuit();
    }

    @Override
    public int latent() {
        return circuit().features();
    }

    @Override
    public Weights prepared(float[][] latents) {
        return form.scaling() == Scaling.NONE
                ? new Weights(Map.of())
                : form.scaling().shift(latents).weights();
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    /** The angles of the circuit for latent numbers. */
    NDArray angles(Map<String, NDArray> arrays, NDArray latent) {
        return form.scaling().apply(arrays, latent);
    }

    @Override
    public Pass apply(Map<String, NDArray> arrays, NDArray latent, Mode mode) {
        var detour = new Detour();
        var measured = layer.apply(angles(arrays, latent), arrays.get(ANGLES), mode, detour);
        var read = form.readout() == Readout.MEAN ? measured.mean(new int[] {1}, true) : measured;
        return new Pass(measured, Blocks.apply(arrays, DENSE, read), detour);
    }

    /** The dense layer alone: what a circuit costs on a quantum computer is not counted in multiplications. */
    @Override
    public long multiplyAccumulates(int samples) {
        return (long) form.classes()
                * (form.readout() == Readout.MEAN ? 1 : circuit().qubits());
    }
}
