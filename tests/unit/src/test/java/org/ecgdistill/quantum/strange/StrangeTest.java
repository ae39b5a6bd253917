package org.ecgdistill.quantum.strange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.ansatz.RealAmplitudes;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redfx.strange.Complex;
import org.redfx.strange.Gate;
import org.redfx.strange.Program;
import org.redfx.strange.Step;
import org.redfx.strange.gate.Cnot;
import org.redfx.strange.gate.Hadamard;
import org.redfx.strange.gate.Identity;
import org.redfx.strange.gate.R;
import org.redfx.strange.gate.RotationZ;
import org.redfx.strange.gate.X;
import org.redfx.strange.local.SimpleQuantumExecutionEnvironment;

/**
 * Our use of Strange is right, and Strange 0.1.3 has exactly the faults that we steer round: a test that fails here after
 * an upgrade says that a detour may go, or that a new one is needed.
 */
class StrangeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void randomCircuitsAgreeWithPlainMatrices(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 15; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 2, 3, 30, random);
            var features = DenseReference.randomNumbers(2, 3, random);
            var parameters = DenseReference.randomNumbers(3, 3, random);
            var expectations = new double[qubits];
            new StrangeBackend().open(circuit).expectations(features, 1, parameters, expectations);
            assertArrayEquals(DenseReference.run(circuit, features, parameters).expectations(), expectations, 1e-5);
        }
    }

    @Test
    void amplitudeEncodingIsTheStateVectors() {
        var random = new Random(2);
        var circuit = new AmplitudeFeatureMap(3)
                .circuit()
                .then(new RealAmplitudes(3, 1, Entanglement.Pattern.LINEAR).circuit());
        var features = DenseReference.randomNumbers(16, 2, random);
        var parameters = DenseReference.randomNumbers(circuit.parameters(), 3, random);
        var expected = new double[16];
        new StateVectorBackend(Precision.DOUBLE).open(circuit).probabilities(features, 2, parameters, expected);
        var found = new double[16];
        new StrangeBackend().open(circuit).probabilities(features, 2, parameters, found);
        assertArrayEquals(expected, found, 1e-5);
    }

    @Test
    void aCircuitWithoutGatesWorks() {
        var probabilities = new double[4];
        new StrangeBackend()
                .open(Circuit.of(2, 0, 0).build())
                .probabilities(new double[0], 1, new double[0], probabilities);
        assertArrayEquals(new double[] {1, 0, 0, 0}, probabilities, 1e-6);
    }

    @Test
    void faultRotationZOnlyTurnsTheWholeState() {
        var turned = amplitudes(new Program(1, new Step(new Hadamard(0)), new Step(new RotationZ(1, 0))));
        assertEquals(turned[0].r, turned[1].r, 1e-6);
        assertEquals(turned[0].i, turned[1].i, 1e-6);
        // R does what RotationZ should: between 0 and 1 a phase of the angle.
        var right = amplitudes(new Program(1, new Step(new Hadamard(0)), new Step(new R(1.0, 0))));
        assertEquals(Math.cos(1) * right[0].r, right[1].r, 1e-6);
        assertEquals(Math.sin(1) * right[0].r, right[1].i, 1e-6);
    }

    @Test
    void faultAGateBetweenTheEndsOfACnotIsLost() {
        Gate[] together = {new Cnot(0, 2), new X(1)};
        assertEquals(0b000, likeliest(new Program(3, new Step(together))));
        assertEquals(0b010, likeliest(new Program(3, new Step(together[0]), new Step(together[1]))));
    }

    @Test
    void faultInitialQubitsAreCountedFromTheOtherEnd() {
        var program = new Program(2, new Step(new Identity(0)));
        program.initializeQubit(0, 0);
        assertEquals(0b10, likeliest(program));
    }

    @Test
    void faultAProgramWithoutStepsCannotBeRun() {
        var empty = new Program(1);
        assertThrows(RuntimeException.class, () -> amplitudes(empty));
    }

    @Test
    void faultProbabilitiesAreAmplitudes() {
        var values = amplitudes(new Program(1, new Step(new Hadamard(0))));
        assertEquals(Math.sqrt(0.5), values[0].r, 1e-6);
    }

    private static Complex[] amplitudes(Program program) {
        return new SimpleQuantumExecutionEnvironment().runProgram(program).getProbability();
    }

    private static int likeliest(Program program) {
        var squares = Arrays.stream(amplitudes(program))
                .mapToDouble(amplitude -> amplitude.r * amplitude.r + amplitude.i * amplitude.i)
                .toArray();
        for (var state = 0; state < squares.length; state++) {
            if (squares[state] > 0.5) {
                return state;
            }
        }
        return -1;
    }
}
