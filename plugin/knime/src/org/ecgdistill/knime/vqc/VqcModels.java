package org.ecgdistill.knime.vqc;

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
        return form instanceof QuantumAttention.Form attention
                ? new VqcModel(parameters.m_name, new Student.Quantum(attention, circuit(attention.device())))
                : staged(parameters.m_name, (Vqc) form);
    }

    VqcModel twin() {
        var name = parameters.m_name + " twin";
        return form instanceof QuantumAttention.Form attention
                ? new VqcModel(name, new Student.Plain(AttentionParameters.twin(attention)))
                : staged(name, Twin.of((Vqc) form));
    }

    /** What the circuit has to beat; there is none where no latent numbers are. */
    VqcModel linear() {
        return staged(parameters.linearName(), Linear.of((Vqc) form));
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

    private VqcModel staged(String name, EncodedForm size) {
        var circuit = circuit(((Vqc) form).head().device());
        var plan = parameters.m_stages.plan(parameters.rate());
        return new VqcModel(name, new Student.Staged(new TwoStages(pretraining, size, circuit, plan)));
    }

    private CircuitTraining circuit(QuantumDevice device) {
        return new CircuitTraining(parameters.m_circuit.initialisation(), parameters.m_simulator.gradient(device));
    }
}
