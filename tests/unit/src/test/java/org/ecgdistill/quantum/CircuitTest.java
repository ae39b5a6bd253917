package org.ecgdistill.quantum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitTest {

    @Test
    void parametersOfThePartThatFollowsComeAfterwards() {
        var first = Circuit.of(2, 0, 2)
                .rotationY(0, new Angle.Parameter(1, 0))
                .rotationY(1, new Angle.Parameter(1, 1))
                .build();
        var both = first.then(first);
        assertEquals(4, both.parameters());
        assertEquals(new Angle.Parameter(1, 3), both.gates().get(3).angle());
    }

    @Test
    void depthCountsTheLongestWay() {
        var circuit = Circuit.of(3, 0, 0)
                .hadamard(0)
                .hadamard(1)
                .controlledX(0, 1)
                .hadamard(2)
                .controlledX(1, 2)
                .build();
        assertEquals(3, circuit.depth());
        assertEquals(2, circuit.twoQubitGates());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 13})
    void refusesNumbersOfQubits(int qubits) {
        var refusal = assertThrows(QuantumException.class, () -> Circuit.of(qubits, 1, 0));
        assertTrue(refusal.getMessage().contains("choose from 1 to 12 qubits"), refusal::getMessage);
    }

    @Test
    void refusesGatesOutsideTheRegister() {
        var circuit = Circuit.of(2, 0, 0).controlledX(0, 2);
        var refusal = assertThrows(QuantumException.class, circuit::build);
        assertTrue(refusal.getMessage().contains("qubit 2"), refusal::getMessage);
    }

    @Test
    void refusesAnglesThatReadWhatIsNotThere() {
        var feature = Circuit.of(2, 1, 0).rotationY(0, new Angle.Feature(1, 1));
        assertThrows(QuantumException.class, feature::build);
        var parameter = Circuit.of(2, 1, 1).rotationY(0, new Angle.Parameter(1, 1));
        assertThrows(QuantumException.class, parameter::build);
    }

    @Test
    void refusesTheWrongNumberOfAmplitudes() {
        var refusal =
                assertThrows(QuantumException.class, () -> new Circuit(3, 6, 0, Preparation.AMPLITUDES, List.of()));
        assertTrue(refusal.getMessage().contains("takes 8 features, but 6"), refusal::getMessage);
    }

    @Test
    void refusesGatesThatDoNotExist() {
        assertThrows(QuantumException.class, () -> new Gate(GateKind.HADAMARD, -1, 0, new Angle.Constant(1)));
        assertThrows(QuantumException.class, () -> new Gate(GateKind.ROTATION_X, -1, 0, null));
        assertThrows(QuantumException.class, () -> new Gate(GateKind.CONTROLLED_X, 1, 1, null));
    }

    @Test
    void anglesFollowTheirFormulas() {
        var product = new Angle.FeatureProduct(2, List.of(0, 2));
        var features = new double[] {9, 9, 9, 0.1, 0.2, 0.3};
        assertEquals(2 * (Math.PI - 0.1) * (Math.PI - 0.3), product.value(features, 3, new double[0]), 1e-15);
        var gradient = new double[6];
        product.pullBack(10, features, 3, gradient, new double[0]);
        assertArrayEquals(new double[] {0, 0, 0, -20 * (Math.PI - 0.3), 0, -20 * (Math.PI - 0.1)}, gradient, 1e-14);
    }
}
