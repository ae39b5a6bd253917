package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.quantum.Circuit;

/** An autoencoder's encoder, and a head that makes logits of its latent numbers. */
public final class EncodedNetwork implements CircuitNetwork {

    /**
     * The variational quantum student.
     *
     * @param encoder whose latent numbers the circuit reads
     * @param head with the circuit
     */
    public record Vqc(Autoencoder.Form encoder, CircuitHead.Form head) implements EncodedForm, QuantumForm {

        @Override
        public EncodedNetwork network() {
            return network(new CircuitHead(head));
        }

        EncodedNetwork network(CircuitHead circuit) {
            if (encoder.latent() != circuit.latent()) {
                throw new NetworkException("The autoencoder gives " + encoder.latent()
                        + " latent numbers, but the circuit on "
                        + head.circuit().qubits() + " qubits takes "
                        + circuit.latent() + ": choose as many latent numbers, or another number of qubits.");
            }
            return new EncodedNetwork(encoder, circuit);
        }

        @Override
        public Circuit circuit() {
            return head.circuit().circuit();
        }

        @Override
        public long parts() {
            return encoder.parts() + head.circuit().parts();
        }

        @Override
        public LatentHead head(CircuitTraining circuit) {
            return new CircuitHead(head, circuit.gradient());
        }

        @Override
        public int classes() {
            return head.classes();
        }
    }

    /**
     * Its classical twin.
     *
     * @param encoder of the same size as the quantum student's
     * @param head with as many parameters as the circuit
     */
    public record Twin(Autoencoder.Form encoder, TwinHead.Form head) implements EncodedForm {

        /** The twin of a quantum student. */
        public static Twin of(Vqc student) {
            return new Twin(
                    student.encoder(),
                    TwinHead.Form.of(
                            new CircuitHead(student.head()), student.head().classes()));
        }

        @Override
        public EncodedNetwork network() {
            return new EncodedNetwork(encoder, new TwinHead(head));
        }

        @Override
        public LatentHead head(CircuitTraining circuit) {
            return new TwinHead(head);
        }

        @Override
        public int classes() {
            return head.classes();
        }
    }

    /**
     * A logistic regression on the latent numbers.
     *
     * @param encoder of the same size as the quantum student's
     * @param head with one layer
     */
    public record Linear(Autoencoder.Form encoder, LinearHead.Form head) implements EncodedForm {

        /** The logistic regression that is compared with a quantum student. */
        public static Linear of(Vqc student) {
            return new Linear(
                    student.encoder(),
                    new LinearHead.Form(
                            student.encoder().latent(), student.head().classes()));
        }

        @Override
        public EncodedNetwork network() {
            return new EncodedNetwork(encoder, new LinearHead(head));
        }

        @Override
        public LatentHead head(CircuitTraining circuit) {
            return new LinearHead(head);
        }

        @Override
        public int classes() {
            return head.classes();
        }
    }

    private final Autoencoder encoder;
    private final LatentHead head;
    private final List<Slot> slots;

    EncodedNetwork(Autoencoder.Form encoder, LatentHead head) {
        this.encoder = new Autoencoder(encoder);
        this.head = head;
        var list = new ArrayList<>(this.encoder.encoderSlots());
        list.addAll(head.slots());
        slots = List.copyOf(list);
    }

    /** The circuit of the quantum student; the other students have no circuit. */
    @Override
    public List<TrainedCircuit> circuits(Weights weights, Examples rows) {
        if (!(head instanceof CircuitHead quantum)) {
            return List.of();
        }
        var angles = new Intermediate(
                        slots, (arrays, input) -> quantum.angles(arrays, encoder.encode(arrays, input, Mode.INFERENCE)))
                .of(weights, rows);
        return List.of(new TrainedCircuit(
                "circuit",
                quantum.circuit(),
                CircuitNetwork.numbers(angles),
                rows.rows(),
                CircuitNetwork.numbers(weights, CircuitHead.ANGLES)));
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        return head.apply(arrays, encoder.encode(arrays, input, mode), mode);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return encoder.encoderMultiplyAccumulates() + head.multiplyAccumulates(samples);
    }
}
