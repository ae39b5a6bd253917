package org.ecgdistill.quantum.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.GateKind;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.ansatz.HadamardRotation;
import org.ecgdistill.quantum.ansatz.PairAnsatz;
import org.ecgdistill.quantum.ansatz.StronglyEntanglingLayers;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.featuremap.AngleFeatureMap;
import org.ecgdistill.quantum.featuremap.PauliFeatureMap;
import org.ecgdistill.quantum.featuremap.ZFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitDesignTest {

    @Test
    void thePapersCircuit() {
        var circuit = CircuitDesign.paper().circuit();
        assertEquals(6, circuit.qubits());
        assertEquals(6, circuit.features());
        assertEquals(48, circuit.parameters());
        assertEquals(117, circuit.gates().size());
        // Per feature map repetition 5 pairs of CX, and 3 times 5 in the ansatz.
        assertEquals(35, circuit.twoQubitGates());
    }

    /** Every feature map with every ansatz, once and re-uploaded, on 1 to 4 qubits. */
    @TestFactory
    Stream<DynamicTest> everyDesignRunsAndAgreesWithPlainMatrices() {
        return Arrays.stream(FeatureMapKind.values()).flatMap(map -> Arrays.stream(AnsatzKind.values())
                .map(ansatz -> DynamicTest.dynamicTest(map + " " + ansatz, () -> {
                    for (var qubits = 1; qubits <= 4; qubits++) {
                        for (var uploads = 1; uploads <= 2; uploads++) {
                            check(map, ansatz, qubits, uploads);
                        }
                    }
                })));
    }

    private static void check(FeatureMapKind map, AnsatzKind ansatz, int qubits, int uploads) {
        var needsPairs = map == FeatureMapKind.ZZ || ansatz == AnsatzKind.PAIRS;
        if (qubits == 1 && needsPairs || uploads > 1 && map == FeatureMapKind.AMPLITUDE) {
            return;
        }
        var strings = qubits == 1 ? List.of("Y") : List.of("X", "YZ");
        var circuit = new CircuitDesign(
                        qubits,
                        new Encoding(map, 2, "linear", strings),
                        new TrainedPart(ansatz, 2, "circular"),
                        uploads)
                .circuit();
        assertEquals(map.features(qubits), circuit.features());
        var random = new Random(qubits);
        var features = DenseReference.randomNumbers(circuit.features(), 1, random);
        var parameters = DenseReference.randomNumbers(circuit.parameters(), 3, random);
        var expectations = new double[qubits];
        new StateVectorSimulator(circuit, Precision.DOUBLE).expectations(features, 1, parameters, expectations);
        var plain = DenseReference.run(AmplitudePreparation.asGates(circuit, features, 0), features, parameters);
        assertArrayEquals(plain.expectations(), expectations, 1e-12);
    }

    /** Figure 4 of the paper by Schuld et al.: two layers on four qubits, ranges 1 and 2. */
    @Test
    void stronglyEntanglingLayersReachFurtherFromLayerToLayer() {
        var gates = new StronglyEntanglingLayers(4, 4).circuit().gates();
        var pairs = gates.stream()
                .filter(gate -> gate.kind() == GateKind.CONTROLLED_X)
                .map(gate -> List.of(gate.control(), gate.target()))
                .toList();
        assertEquals(
                "0-1, 1-2, 2-3, 3-0, 0-2, 1-3, 2-0, 3-1, 0-3, 1-0, 2-1, 3-2, 0-1, 1-2, 2-3, 3-0",
                new Entanglement.Given(pairs).text());
        assertEquals(
                List.of(GateKind.ROTATION_Z, GateKind.ROTATION_Y, GateKind.ROTATION_Z),
                gates.subList(3, 6).stream().map(Gate::kind).toList());
        assertEquals(new Angle.Parameter(1, 5), gates.get(5).angle());
    }

    @Test
    void theZMapIsThePauliMapOfZ() {
        assertEquals(
                new PauliFeatureMap(3, 2, 2, List.of("Z"), Pattern.FULL).circuit(), new ZFeatureMap(3, 2).circuit());
    }

    @ParameterizedTest
    @EnumSource(names = {"HADAMARD", "PHASE", "CONTROLLED_X"})
    void anglesAreEncodedByRotationsOnly(GateKind kind) {
        assertThrows(QuantumException.class, () -> new AngleFeatureMap(3, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "II", "ZQ", "zz"})
    void refusesStringsThatAreNoPauliStrings(String string) {
        refuses("write the letters", () -> new PauliFeatureMap(3, 1, 2, List.of(string), Pattern.LINEAR));
    }

    @Test
    void refusesInWords() {
        refuses(
                "acts on 4 qubits, but the circuit has only 3",
                () -> new PauliFeatureMap(3, 1, 2, List.of("Z", "ZZZZ"), Pattern.LINEAR));
        refuses("at least one", () -> new PauliFeatureMap(3, 1, 2, List.of(), Pattern.LINEAR));
        refuses("scale is NaN", () -> new PauliFeatureMap(3, 1, Double.NaN, List.of("Z"), Pattern.LINEAR));
        refuses("The feature map is to be repeated", () -> new ZZFeatureMap(3, 0, Pattern.LINEAR));
        refuses("The feature map is to be repeated", () -> new ZFeatureMap(3, -1));
        refuses("choose from 1 to 12 qubits", () -> new HadamardRotation(0).circuit());
        refuses("choose at least 0", () -> new EfficientSU2(3, -1, Pattern.LINEAR));
        refuses("choose at least 1", () -> new StronglyEntanglingLayers(3, 0));
        refuses("use at least 2 qubits", () -> new ZZFeatureMap(1, 1, Pattern.LINEAR));
        refuses("Blocks of 2 qubits", () -> new PairAnsatz(1, 1, Pattern.LINEAR).circuit());
        refuses("choose at least 1", () -> circuit(FeatureMapKind.ZZ, 0));
        refuses("cannot be repeated", () -> circuit(FeatureMapKind.AMPLITUDE, 2));
    }

    private static Circuit circuit(FeatureMapKind map, int uploads) {
        return new CircuitDesign(
                        3,
                        new Encoding(map, 1, "linear", List.of()),
                        new TrainedPart(AnsatzKind.PAIRS, 1, "linear"),
                        uploads)
                .circuit();
    }

    private static void refuses(String words, Executable call) {
        var refusal = assertThrows(QuantumException.class, call);
        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }
}
