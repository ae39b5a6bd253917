package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ecgdistill.nn.Blocks;
import org.ecgdistill.nn.Detour;
import org.ecgdistill.nn.Layers;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Slot.Start;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.design.FeatureMapKind;

/**
 * The quantum attention student (after QViT): the window's patches become a few numbers each; in every head three
 * circuits turn a patch's numbers into its query, key and value, each ⟨Z⟩ of all qubits; patches mix each other's
 * values by the softmax of query · key; a small dense part follows, then the mean over patches and a dense layer.
 */
public final class QuantumAttention implements CircuitNetwork {

    private static final int EXPANSION = 2;
    private static final List<String> ROLES = List.of("query", "key", "value");

    /**
     * @param leads of a signal
     * @param samples in each lead
     * @param classes outputs; 1 for a single logit
     * @param patch samples in a patch; what remains at the end of the signal is not used
     * @param qubits of each circuit
     * @param heads of the attention; a patch has as many numbers as all heads have qubits
     * @param repetitions of the circuits' pairs
     * @param wiring which qubits are joined: pairwise (a line) or pairwise_ring, or pairs
     * @param device that the circuits run on
     */
    public record Form(
            int leads,
            int samples,
            int classes,
            int patch,
            int qubits,
            int heads,
            int repetitions,
            String wiring,
            QuantumDevice device)
            implements QuantumForm {

        public Form(int leads, int samples, int classes, Size size, QuantumDevice device) {
            this(
                    leads,
                    samples,
                    classes,
                    size.patch(),
                    size.qubits(),
                    size.heads(),
                    size.repetitions(),
                    size.wiring(),
                    device);
        }

        public Form {
            if (leads < 1 || classes < 1 || patch < 1 || heads < 1) {
                throw new NetworkException("Leads, classes, patch length and heads must all be at least 1.");
            }
            if (samples < patch) {
                throw new NetworkException("A signal of " + samples + " samples is shorter than one patch of " + patch
                        + ". Choose shorter patches.");
            }
        }

        /** The circuit that queries, keys and values are measured from, each with parameters of its own. */
        @Override
        public Circuit circuit() {
            return new CircuitDesign(
                            qubits,
                            new Encoding(FeatureMapKind.ANGLE_Y, 1, "linear", List.of()),
                            new TrainedPart(AnsatzKind.PAIRS, repetitions, wiring),
                            1)
                    .circuit();
        }

        @Override
        public OptionalInt window() {
            return OptionalInt.of(samples);
        }

        @Override
        public long parts() {
            return (long) heads + repetitions;
        }

        @Override
        public QuantumAttention network() {
            return new QuantumAttention(this, GradientKind.suiting(device));
        }

        /** The same circuits on another device. */
        public Form on(QuantumDevice other) {
            return new Form(leads, samples, classes, patch, qubits, heads, repetitions, wiring, other);
        }

        int patches() {
            return samples / patch;
        }

        public int width() {
            return qubits * heads;
        }
    }

    /** The part of a {@link Form} that does not depend on the signals. */
    public record Size(int patch, int qubits, int heads, int repetitions, String wiring) {}

    private final Form form;
    private final CircuitLayer layer;
    private final List<Slot> slots;

    public QuantumAttention(Form form, GradientKind gradient) {
        this.form = form;
        this.layer = new CircuitLayer(form.circuit(), form.device(), gradient);
        var width = form.width();
        var list = new ArrayList<Slot>();
        Blocks.dense(list, "patch", width, form.leads() * form.patch());
        list.add(Slot.of("positions", Start.UNIFORM, form.patches(), width));
        norm(list, "norm1");
        for (var head = 0; head < form.heads(); head++) {
            for (var role : ROLES) {
                list.add(Slot.of(name(role, head), Start.ZERO, layer.circuit().parameters()));
            }
        }
        norm(list, "norm2");
        Blocks.dense(list, "expand", EXPANSION * width, width);
        Blocks.dense(list, "contract", width, EXPANSION * width);
        Blocks.dense(list, "dense", form.classes(), width);
        slots = List.copyOf(list);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var detour = new Detour();
        var x = embedded(arrays, input);
        x = detour.beside(x).add(attention(arrays, norm(arrays, "norm1", x), mode, detour));
        var hidden = Blocks.apply(arrays, "expand", norm(arrays, "norm2", x))
                .getNDArrayInternal()
                .gelu();
        x = x.add(Blocks.apply(arrays, "contract", hidden));
        // Like the bottleneck of a teacher, so that its features can be learnt and its last layer be taken over.
        var features = x.mean(new int[] {1}).tanh();
        return new Pass(features, Blocks.apply(arrays, "dense", features), detour);
    }

    /** Query, key and value of each head, with the angles of every patch. */
    @Override
    public List<TrainedCircuit> circuits(Weights weights, Examples rows) {
        var circuits = new ArrayList<TrainedCircuit>();
        for (var head = 0; head < form.heads(); head++) {
            var headNumber = head;
            var angles = new Intermediate(
                            slots, (arrays, input) -> angles(norm(arrays, "norm1", embedded(arrays, input)), headNumber)
                                    .reshape(input.getShape().get(0), (long) form.patches() * form.qubits()))
                    .of(weights, rows);
            for (var role : ROLES) {
                circuits.add(new TrainedCircuit(
                        role + " " + (head + 1),
                        layer.circuit(),
                        CircuitNetwork.numbers(angles),
                        rows.rows() * form.patches(),
                        CircuitNetwork.numbers(weights, name(role, head))));
            }
        }
        return circuits;
    }

    /**
     * The dense layers and the attention: the cost of circuits on a quantum computer is not counted in multiplications.
     */
    @Override
    public long multiplyAccumulates(int samples) {
        var patches = (long) form.patches();
        var width = (long) form.width();
        return patches * form.patch() * form.leads() * width
                + patches * width * width * 2 * EXPANSION
                + 2 * patches * patches * width
                + form.classes() * width;
    }

    /** (rows, leads, samples) to (rows, patches, leads · samples in a patch) */
    private NDArray patches(NDArray input) {
        var rows = input.getShape().get(0);
        return input.get(":, :, :" + form.patches() * form.patch())
                .reshape(rows, form.leads(), form.patches(), form.patch())
                .transpose(0, 2, 1, 3)
                .reshape(rows, form.patches(), (long) form.leads() * form.patch());
    }

    private NDArray attention(Map<String, NDArray> arrays, NDArray x, Mode mode, Detour detour) {
        NDArray joined = null;
        for (var head = 0; head < form.heads(); head++) {
            var angles = angles(x, head);
            var query = measured(arrays, "query", head, angles, mode, detour);
            var key = measured(arrays, "key", head, angles, mode, detour);
            var value = measured(arrays, "value", head, angles, mode, detour);
            var share = query.matMul(key.transpose(0, 2, 1))
                    .mul(Torch.constant(query, 1 / Math.sqrt(form.qubits())))
                    .softmax(2);
            var taken = share.matMul(value);
            joined = joined == null ? taken : joined.concat(taken, 2);
        }
        return joined;
    }

    /** Each patch's numbers with its position, (rows, patches, width). */
    private NDArray embedded(Map<String, NDArray> arrays, NDArray input) {
        return Blocks.apply(arrays, "patch", patches(input)).add(arrays.get("positions"));
    }

    /** The angles of a head's circuits for all patches, (rows · patches, qubits). */
    private NDArray angles(NDArray normed, int head) {
        return normed.get(":, :, " + head * form.qubits() + ":" + (head + 1) * form.qubits())
                .tanh()
                .mul(Torch.constant(normed, Math.PI))
                .reshape(-1, form.qubits());
    }

    /** (rows, patches, qubits) */
    private NDArray measured(
            Map<String, NDArray> arrays, String role, int head, NDArray angles, Mode mode, Detour detour) {
        return layer.apply(angles, arrays.get(name(role, head)), mode, detour)
                .reshape(-1, form.patches(), form.qubits());
    }

    private static String name(String role, int head) {
        return "circuit." + role + (head + 1);
    }

    private void norm(List<Slot> list, String name) {
        list.add(Slot.of(name + ".weight", Start.ONE, form.width()));
        list.add(Slot.of(name + ".bias", Start.ZERO, form.width()));
    }

    private static NDArray norm(Map<String, NDArray> arrays, String name, NDArray x) {
        return Layers.layerNorm(x, arrays.get(name + ".weight"), arrays.get(name + ".bias"));
    }
}
