package org.ecgdistill.knime.vqc;

import java.util.Optional;
import org.ecgdistill.distill.Student;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.CircuitTraining;
import org.ecgdistill.hybrid.EncodedForm;
import org.ecgdistill.hybrid.EncodedNetwork.Linear;
import org.ecgdistill.hybrid.EncodedNetwork.Twin;
import org.ecgdistill.hybrid.EncodedNetwork.Vqc;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.NetworkForm;

/** The models that the parameters select: the quantum student and its classical twin, which share an autoencoder. */
final class VqcModels {

    /**
     * A model that is to be trained.
     *
     * @param name as the analyst reads it
     * @param student how it learns
     */
    record Candidate(String name, Student student) {}

    private final VqcLearnerParameters parameters;
    private final NetworkForm form;
    private final Optional<Pretraining> pretraining;

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
            pretraining = Optional.empty();
        } else {
            var circuit = parameters.m_circuit;
            var head = new CircuitHead.Form(circuit.toForm(), circuit.scaling(), circuit.readout(), logits, device);
            var latent = head.circuit().circuit().features();
            var encoder = Autoencoder.Form.standard(leads, samples, latent);
            form = new Vqc(encoder, head);
            pretraining = Optional.of(new Pretraining(
                    encoder,
                    parameters.m_stages.autoencoder(parameters.m_training.seed()),
                    parameters.m_training.processor()));
        }
    }

    /** The number of values before the quantum student's last layer. */
    int features() {
        return form instanceof QuantumAttention.Form attention
                ? attention.width()
                : ((Vqc) form).head().circuit().qubits();
    }

    Candidate quantum() {
        return form instanceof QuantumAttention.Form attention
                ? new Candidate(parameters.m_name, new Student.Quantum(attention, circuit(attention.device())))
                : staged(parameters.m_name, (Vqc) form);
    }

    Candidate twin() {
        var name = parameters.twinName();
        return form instanceof QuantumAttention.Form attention
                ? new Candidate(name, new Student.Plain(AttentionParameters.twin(attention)))
                : staged(name, Twin.of((Vqc) form));
    }

    /** The minimum that a circuit on latent values should outperform. */
    Candidate linear() {
        return staged(parameters.linearName(), Linear.of((Vqc) form));
    }

    /** The quantum student's form on another device. */
    NetworkForm formOn(QuantumDevice device) {
        return form instanceof QuantumAttention.Form attention
                ? attention.on(device)
                : new Vqc(((Vqc) form).encoder(), ((Vqc) form).head().on(device));
    }

    /** The first stage of a variational circuit, which its twin shares. */
    Optional<Pretraining> pretraining() {
        return pretraining;
    }

    private Candidate staged(String name, EncodedForm size) {
        var circuit = circuit(((Vqc) form).head().device());
        var plan = parameters.m_stages.plan(parameters.rate());
        return new Candidate(name, new Student.Staged(new TwoStages(pretraining.orElseThrow(), size, circuit, plan)));
    }

    private CircuitTraining circuit(QuantumDevice device) {
        return new CircuitTraining(parameters.m_circuit.initialisation(), parameters.m_simulator.gradient(device));
    }
}
