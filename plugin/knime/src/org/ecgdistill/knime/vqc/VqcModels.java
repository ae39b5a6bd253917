package org.ecgdistill.knime.vqc;

import java.util.function.Supplier;
import org.ecgdistill.distill.Student;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.EncodedNetwork.Linear;
import org.ecgdistill.hybrid.EncodedNetwork.Twin;
import org.ecgdistill.hybrid.EncodedNetwork.Vqc;
import org.ecgdistill.hybrid.LatentHead;
import org.ecgdistill.hybrid.LinearHead;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.TwinHead;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Teaching;

/** The models that the parameters ask for: the quantum student and its classical twin, who share an autoencoder. */
final class VqcModels {

    private final VqcLearnerParameters parameters;
    private final NetworkForm form;
    private final Pretraining pretraining;

    /**
     * @param leads of a signal
     * @param samples in each lead
     * @param logits of the models
     */
    VqcModels(VqcLearnerParameters parameters, int leads, int samples, int logits) {
        this.parameters = parameters;
        var device = parameters.device();
        if (parameters.isAttention()) {
            form = parameters.m_attention.toForm(leads, samples, logits, device);
            pretraining = null;
        } else {
            var circuit = parameters.m_circuit;
            var head = new CircuitHead.Form(circuit.toForm(), circuit.scaling(), circuit.readout(), logits, device);
            var latent = head.circuit().circuit().features();
            var encoder = Autoencoder.Form.standard(leads, samples, latent);
            form = new Vqc(encoder, head);
            pretraining = new Pretraining(
                    encoder,
                    parameters.m_stages.autoencoder(parameters.m_training.seed()),
                    parameters.m_training.processor());
        }
    }

    /** How many numbers the quantum student has before its last layer. */
    int features() {
        return form instanceof QuantumAttention.Form attention
                ? attention.width()
                : ((Vqc) form).head().circuit().qubits();
    }

    VqcModel quantum() {
        if (form instanceof QuantumAttention.Form attention) {
            var gradient = parameters.m_simulator.gradient(attention.device());
            // Each training has a network of its own, whose chance does not depend on the others.
            return whole(
                    parameters.m_name, attention, attention.network(), () -> new QuantumAttention(attention, gradient));
        }
        var vqc = (Vqc) form;
        var gradient = parameters.m_simulator.gradient(vqc.head().device());
        return staged(parameters.m_name, vqc, vqc.network(), () -> new CircuitHead(vqc.head(), gradient));
    }

    VqcModel twin() {
        var name = parameters.m_name + " twin";
        if (form instanceof QuantumAttention.Form attention) {
            var twin = AttentionParameters.twin(attention);
            return whole(name, twin, new Vit1d(twin), () -> new Vit1d(twin));
        }
        var twin = Twin.of((Vqc) form);
        return staged(name, twin, twin.network(), () -> new TwinHead(twin.head()));
    }

    /** What the circuit has to beat; there is none where no latent numbers are. */
    VqcModel linear() {
        var linear = Linear.of((Vqc) form);
        return staged(parameters.linearName(), linear, linear.network(), () -> new LinearHead(linear.head()));
    }

    /** The quantum student's form on another device. */
    NetworkForm formOn(QuantumDevice device) {
        return form instanceof QuantumAttention.Form attention
                ? attention.on(device)
                : new Vqc(((Vqc) form).encoder(), ((Vqc) form).head().on(device));
    }

    /** The shared first stage; null where there is none. */
    Pretraining pretraining() {
        return pretraining;
    }

    private VqcModel staged(String name, NetworkForm size, Network network, Supplier<LatentHead> heads) {
        var stages = new TwoStages(
                pretraining, heads, parameters.m_circuit.initialisation(), parameters.m_stages.plan(parameters.rate()));
        return new VqcModel(name, size, new Student(network, stages::start, stages, array -> true, array -> true));
    }

    private VqcModel whole(String name, NetworkForm size, Network network, Supplier<Network> fresh) {
        Student.Start start = (training, seed, progress) -> starting(network, seed);
        Teaching teaching = (lesson, first, training, validation, progress) ->
                lesson.trainer(fresh.get()).train(first, training, validation, progress);
        return new VqcModel(name, size, new Student(network, start, teaching, array -> true, array -> true));
    }

    private Weights starting(Network network, long seed) {
        return parameters.m_circuit.initialisation().start(network, seed);
    }
}
