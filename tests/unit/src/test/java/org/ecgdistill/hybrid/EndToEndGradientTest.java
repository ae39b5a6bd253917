package org.ecgdistill.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.design.FeatureMapKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient of a loss with respect to every single number of a network, through encoder, circuit and head, against
 * central differences of the loss itself. All arrays are in double precision, so that the differences are good for it.
 */
class EndToEndGradientTest {

    private static final int ROWS = 7;
    private static final int SAMPLES = 20;
    private static final double STEP = 1e-5;

    record Case(String name, Network network) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> networks() {
        var noisy = new QuantumDevice(
                QuantumDevice.Kind.DENSITY_MATRIX, new NoiseModel(0.01, 0.02, 0.03, 0.01, 0.02, 0.03), 0, 1);
        return Stream.of(
                vqc("adjoint", Scaling.NONE, Readout.LINEAR, GradientKind.ADJOINT, QuantumDevice.EXACT),
                vqc("mean", Scaling.TANH, Readout.MEAN, GradientKind.ADJOINT, QuantumDevice.EXACT),
                vqc("min-max", Scaling.MIN_MAX, Readout.LINEAR, GradientKind.ADJOINT, QuantumDevice.EXACT),
                vqc("shift", Scaling.PI_TANH, Readout.LINEAR, GradientKind.PARAMETER_SHIFT, QuantumDevice.EXACT),
                vqc("noise", Scaling.TANH, Readout.LINEAR, GradientKind.PARAMETER_SHIFT, noisy),
                vqc("differences", Scaling.TANH, Readout.LINEAR, GradientKind.FINITE_DIFFERENCES, QuantumDevice.EXACT),
                new Case("amplitudes", amplitudes()),
                new Case("twin", twin()),
                new Case("attention, one head", attention(4, 1, "pairwise")),
                new Case("attention, two heads", attention(3, 2, "pairwise_ring")));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNumbersGradientIsThatOfTheLoss(Case one) {
        var network = one.network();
        var worst = Torch.call(() -> {
            try (var arrays = Torch.arrays(Processor.CPU.device())) {
                return worst(network, arrays);
            }
        });
        assertTrue(worst < 1e-6, () -> "largest difference " + worst);
    }

    private static double worst(Network network, NDManager arrays) {
        var values = values(network);
        var input = input(arrays);
        var leaves = new HashMap<String, NDArray>();
        values.forEach((name, numbers) -> leaves.put(name, array(network, arrays, name, numbers)));
        network.slots().stream().filter(slot -> slot.isTrained()).forEach(slot -> leaves.get(slot.name())
                .setRequiresGradient(true));
        var pass = Torch.withGradients(() -> network.forward(leaves, input, mode()));
        var loss = Torch.withGradients(() -> loss(pass, arrays));
        pass.backward(loss);
        var worst = 0.0;
        var largest = 0.0;
        for (var slot : network.slots()) {
            if (slot.isTrained()) {
                var gradient = leaves.get(slot.name()).getGradient().toDoubleArray();
                for (var i = 0; i < gradient.length; i++) {
                    var slope = slope(network, arrays, values, slot.name(), i);
                    worst = Math.max(worst, Math.abs(slope - gradient[i]));
                    largest = Math.max(largest, Math.abs(slope));
                }
            }
        }
        assertTrue(largest > 0.01, "nothing to compare: the largest derivative is " + largest);
        return worst;
    }

    private static double slope(
            Network network, NDManager arrays, Map<String, double[]> values, String name, int index) {
        var number = values.get(name)[index];
        var places = new double[] {2, 1, -1, -2};
        var losses = new double[places.length];
        for (var i = 0; i < places.length; i++) {
            try (var step = arrays.newSubManager()) {
                values.get(name)[index] = number + places[i] * STEP;
                var moved = new HashMap<String, NDArray>();
                values.forEach((slot, numbers) -> moved.put(slot, array(network, step, slot, numbers)));
                losses[i] =
                        loss(network.forward(moved, input(step), mode()), step).getDouble();
            }
        }
        values.get(name)[index] = number;
        // Five points: an angle of 2(π − x)(π − x') bends so much that three are not good enough.
        return (-losses[0] + 8 * losses[1] - 8 * losses[2] + losses[3]) / (12 * STEP);
    }

    /** A single logit's cross-entropy, and the features' distance to some others, as a student that aligns them has. */
    private static NDArray loss(Network.Pass pass, NDManager arrays) {
        var random = new SplittableRandom(5);
        var labels = arrays.create(random.doubles(ROWS).map(Math::rint).toArray(), new Shape(ROWS, 1));
        var logit = pass.output();
        var entropy =
                logit.neg().exp().add(1).log().add(logit.mul(labels.mul(-1).add(1)));
        var features = pass.features();
        var others = arrays.create(random.doubles(features.size(), -1, 1).toArray(), features.getShape());
        return entropy.mean().add(features.sub(others).square().mean());
    }

    private static Map<String, double[]> values(Network network) {
        var random = new SplittableRandom(3);
        var values = new LinkedHashMap<String, double[]>();
        for (var slot : network.slots()) {
            var spread = slot.name().startsWith("circuit.") ? 2 : 0.6;
            values.put(
                    slot.name(),
                    switch (slot.start()) {
                        case RUNNING_ZERO -> random.doubles(slot.size(), -1, 0).toArray();
                        case RUNNING_ONE -> random.doubles(slot.size(), 1, 2).toArray();
                        case ONE -> random.doubles(slot.size(), 0.7, 1.3).toArray();
                        default -> random.doubles(slot.size(), -spread, spread).toArray();
                    });
        }
        return values;
    }

    private static NDArray array(Network network, NDManager arrays, String name, double[] numbers) {
        var shape = network.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow()
                .lengths();
        return arrays.create(numbers.clone(), new Shape(shape));
    }

    private static NDArray input(NDManager arrays) {
        return arrays.create(
                new SplittableRandom(1).doubles(ROWS * SAMPLES, -2, 2).toArray(), new Shape(ROWS, 1, SAMPLES));
    }

    private static Mode mode() {
        return Mode.training(new SplittableRandom(1));
    }

    private static Case vqc(
            String name, Scaling scaling, Readout readout, GradientKind gradient, QuantumDevice device) {
        var design = new CircuitDesign(
                4,
                new Encoding(FeatureMapKind.ZZ, 2, "linear", List.of()),
                new TrainedPart(AnsatzKind.EFFICIENT_SU2, 1, "linear"),
                1);
        var head = new CircuitHead.Form(design, scaling, readout, 1, device);
        return new Case(name, new EncodedNetwork.Vqc(encoder(4), head).network(new CircuitHead(head, gradient)));
    }

    private static Network amplitudes() {
        var circuit = new CircuitDesign(
                3,
                new Encoding(FeatureMapKind.AMPLITUDE, 1, "linear", List.of()),
                new TrainedPart(AnsatzKind.HADAMARD_ROTATION, 1, "linear"),
                1);
        var head = new CircuitHead.Form(circuit, Scaling.NONE, Readout.LINEAR, 1, QuantumDevice.EXACT);
        return new EncodedNetwork.Vqc(encoder(8), head).network();
    }

    private static Network twin() {
        return new EncodedNetwork.Twin(encoder(4), new TwinHead.Form(4, 1, 28)).network();
    }

    private static Network attention(int qubits, int heads, String wiring) {
        return new QuantumAttention.Form(
                        1, SAMPLES, 1, new QuantumAttention.Size(5, qubits, heads, 1, wiring), QuantumDevice.EXACT)
                .network();
    }

    private static Autoencoder.Form encoder(int latent) {
        return new Autoencoder.Form(1, SAMPLES, latent, List.of(3, 4), 3);
    }

    @org.junit.jupiter.api.Test
    void theTwinHasAsManyParameters() {
        for (var parameters = 12; parameters < 200; parameters++) {
            for (var classes = 1; classes < 4; classes++) {
                if (parameters >= 7 + 2 * classes) {
                    var twin = new TwinHead(new TwinHead.Form(6, classes, parameters));
                    assertEquals(parameters, twin.parameters(), 1, "one may be left over");
                }
            }
        }
        var circuit = new CircuitHead.Form(CircuitDesign.paper(), Scaling.TANH, Readout.LINEAR, 1, QuantumDevice.EXACT);
        var student = new EncodedNetwork.Vqc(Autoencoder.Form.standard(1, 256, 6), circuit);
        assertEquals(
                student.network().parameters(),
                EncodedNetwork.Twin.of(student).network().parameters());
        assertEquals(55, new CircuitHead(circuit).parameters());
    }
}
