package org.ecgdistill.quantum.statevector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.ansatz.RealAmplitudes;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateVectorSimulatorTest {

    private static final Entanglement LINEAR = Entanglement.Pattern.LINEAR;

    /** ZZ feature map (2 repetitions) and EfficientSU2 (3), linear, x = 0.1 (i + 1), θ = 0.05 (j + 1), by Qiskit's conventions. */
    private static final double[] PAPER = {
        -0.133085340107, -0.099029243225, -0.085645501403, -0.468405113076, -0.139977914336, -0.109744897115
    };

    private static Circuit paper() {
        return new ZZFeatureMap(6, 2, LINEAR).circuit().then(new EfficientSU2(6, 3, LINEAR).circuit());
    }

    private static double[] steps(int count, double step) {
        var numbers = new double[count];
        Arrays.setAll(numbers, i -> step * (i + 1));
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-11", "FLOAT, 1e-5"})
    void thePapersCircuit(Precision precision, double tolerance) {
        var expectations = new double[6];
        new StateVectorSimulator(paper(), precision).expectations(steps(6, 0.1), 1, steps(48, 0.05), expectations);
        assertArrayEquals(PAPER, expectations, tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void randomCircuitsAgreeWithPlainMatrices(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 60; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 3, 4, 5 + random.nextInt(40), random);
            var features = DenseReference.randomNumbers(3, 3, random);
            var parameters = DenseReference.randomNumbers(4, 3, random);
            var plain = DenseReference.run(circuit, features, parameters);
            var expectations = new double[qubits];
            new StateVectorSimulator(circuit, Precision.DOUBLE).expectations(features, 1, parameters, expectations);
            assertArrayEquals(plain.expectations(), expectations, 1e-11);
            checkState(StateVector.of(circuit, features, parameters), plain);
        }
    }

    /** |ψ⟩⟨ψ| does not know the phase of the whole state; the reference files do. */
    private static void checkState(StateVector state, DenseReference plain) {
        for (var row = 0; row < state.re().length; row++) {
            for (var column = 0; column < state.re().length; column++) {
                var re = state.re()[row] * state.re()[column] + state.im()[row] * state.im()[column];
                var im = state.im()[row] * state.re()[column] - state.re()[row] * state.im()[column];
                assertEquals(plain.re(row, column), re, 1e-11);
                assertEquals(plain.im(row, column), im, 1e-11);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void gradientsOfRandomCircuitsAgreeWithDifferences(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 25; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 3, 4, 5 + random.nextInt(40), random);
            checkGradient(circuit, 3, random);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void gradientsThroughAmplitudeEncodingAgreeWithDifferences(int qubits) {
        var random = new Random(qubits);
        var circuit = new AmplitudeFeatureMap(qubits).circuit().then(new EfficientSU2(qubits, 2, LINEAR).circuit());
        checkGradient(circuit, 3, random);
    }

    private static void checkGradient(Circuit circuit, int rows, Random random) {
        var features = DenseReference.randomNumbers(rows * circuit.features(), 2, random);
        var parameters = DenseReference.randomNumbers(circuit.parameters(), 3, random);
        var upstream = DenseReference.randomNumbers(rows * circuit.qubits(), 1, random);
        var simulator = new StateVectorSimulator(circuit, Precision.DOUBLE, 2);
        simulator.expectations(features, rows, parameters, new double[rows * circuit.qubits()]);
        var byFeatures = new double[features.length];
        var byParameters = new double[parameters.length];
        simulator.backward(upstream, byFeatures, byParameters);
        assertArrayEquals(differences(circuit, features, rows, parameters, upstream, features), byFeatures, 2e-7);
        assertArrayEquals(differences(circuit, features, rows, parameters, upstream, parameters), byParameters, 2e-7);
    }

    /** Central differences, with Richardson's extrapolation, of Σ upstream · ⟨Z⟩ with respect to one of the arrays. */
    private static double[] differences(
            Circuit circuit, double[] features, int rows, double[] parameters, double[] upstream, double[] varied) {
        var simulator = new StateVectorSimulator(circuit, Precision.DOUBLE);
        var slopes = new double[varied.length];
        for (var i = 0; i < varied.length; i++) {
            var centre = varied[i];
            var slope = new double[2];
            for (var k = 0; k < 2; k++) {
                var step = 1e-4 * (k + 1);
                varied[i] = centre + step;
                var up = weighted(simulator, features, rows, parameters, upstream);
                varied[i] = centre - step;
                slope[k] = (up - weighted(simulator, features, rows, parameters, upstream)) / (2 * step);
            }
            varied[i] = centre;
            slopes[i] = (4 * slope[0] - slope[1]) / 3;
        }
        return slopes;
    }

    private static double weighted(
            StateVectorSimulator simulator, double[] features, int rows, double[] parameters, double[] upstream) {
        var expectations = new double[upstream.length];
        simulator.expectations(features, rows, parameters, expectations);
        var sum = 0.0;
        for (var i = 0; i < upstream.length; i++) {
            sum += upstream[i] * expectations[i];
        }
        return sum;
    }

    /** Around half turns the tangents that rotations are made of have no value; and many layers make numbers grow. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-10", "FLOAT, 1e-4"})
    void halfTurnsAndDeepCircuitsStayExact(Precision precision, double tolerance) {
        var random = new Random(5);
        var circuit = new RealAmplitudes(5, 12, LINEAR).circuit();
        for (var trial = 0; trial < 20; trial++) {
            var parameters = new double[circuit.parameters()];
            Arrays.setAll(
                    parameters, i -> Math.PI * (random.nextInt(5) - 2) + Math.pow(10, -random.nextInt(18)) * (i % 3));
            var expectations = new double[5];
            new StateVectorSimulator(circuit, precision).expectations(new double[0], 1, parameters, expectations);
            assertArrayEquals(
                    DenseReference.run(circuit, new double[0], parameters).expectations(), expectations, tolerance);
        }
    }

    /** Every rotation makes the numbers grow fifty times before they are scaled. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-10", "FLOAT, 1e-4"})
    void largeTangentsStayInTheRangeOfNumbers(Precision precision, double tolerance) {
        var circuit = new RealAmplitudes(4, 12, LINEAR).circuit();
        var parameters = new double[circuit.parameters()];
        Arrays.setAll(parameters, i -> 2 * Math.atan(i % 3 == 0 ? -50 : 50));
        var expectations = new double[4];
        var simulator = new StateVectorSimulator(circuit, precision);
        simulator.expectations(new double[0], 1, parameters, expectations);
        assertArrayEquals(
                DenseReference.run(circuit, new double[0], parameters).expectations(), expectations, tolerance);
        var gradient = new double[parameters.length];
        simulator.backward(new double[] {1, 1, 1, 1}, null, gradient);
        var upstream = new double[] {1, 1, 1, 1};
        assertArrayEquals(
                differences(circuit, new double[0], 1, parameters, upstream, parameters),
                gradient,
                Math.max(tolerance, 1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void howManyRowsStandSideBySideDoesNotMatter(Precision precision) {
        var random = new Random(3);
        var rows = 23;
        var features = DenseReference.randomNumbers(rows * 6, 2, random);
        var parameters = DenseReference.randomNumbers(48, 3, random);
        var upstream = DenseReference.randomNumbers(rows * 6, 1, random);
        var expected = run(new StateVectorSimulator(paper(), precision, 256), features, rows, parameters, upstream);
        for (var lanes : new int[] {1, 7, 8, 22, 23}) {
            var found = run(new StateVectorSimulator(paper(), precision, lanes), features, rows, parameters, upstream);
            assertArrayEquals(expected, found, precision == Precision.DOUBLE ? 1e-12 : 1e-4);
        }
    }

    private static double[] run(
            StateVectorSimulator simulator, double[] features, int rows, double[] parameters, double[] upstream) {
        var expectations = new double[rows * 6];
        var byFeatures = new double[rows * 6];
        var byParameters = new double[48];
        simulator.expectations(features, rows, parameters, expectations);
        simulator.backward(upstream, byFeatures, byParameters);
        var all = Arrays.copyOf(expectations, 2 * rows * 6 + 48);
        System.arraycopy(byFeatures, 0, all, rows * 6, byFeatures.length);
        System.arraycopy(byParameters, 0, all, 2 * rows * 6, byParameters.length);
        return all;
    }

    @Test
    void theSameCallsGiveTheSameBitsAndLeaveTheirInputAlone() {
        var random = new Random(4);
        var features = DenseReference.randomNumbers(60, 2, random);
        var parameters = DenseReference.randomNumbers(48, 3, random);
        var upstream = DenseReference.randomNumbers(60, 1, random);
        var before = new double[][] {features.clone(), parameters.clone(), upstream.clone()};
        var simulator = new StateVectorSimulator(paper(), Precision.DOUBLE);
        var first = run(simulator, features, 10, parameters, upstream);
        run(simulator, upstream, 10, parameters, features);
        assertArrayEquals(first, run(simulator, features, 10, parameters, upstream));
        assertArrayEquals(
                first, run(new StateVectorSimulator(paper(), Precision.DOUBLE), features, 10, parameters, upstream));
        assertArrayEquals(before[0], features);
        assertArrayEquals(before[1], parameters);
        assertArrayEquals(before[2], upstream);
    }

    @Test
    void halfAGradientIsTheSameHalf() {
        var random = new Random(6);
        var features = DenseReference.randomNumbers(60, 2, random);
        var parameters = DenseReference.randomNumbers(48, 3, random);
        var upstream = DenseReference.randomNumbers(60, 1, random);
        var simulator = new StateVectorSimulator(paper(), Precision.DOUBLE);
        var both = run(simulator, features, 10, parameters, upstream);
        var byFeatures = new double[60];
        simulator.backward(upstream, byFeatures, null);
        assertArrayEquals(Arrays.copyOfRange(both, 60, 120), byFeatures);
        var byParameters = new double[48];
        simulator.backward(upstream, null, byParameters);
        assertArrayEquals(Arrays.copyOfRange(both, 120, 168), byParameters);
    }

    @Test
    void probabilitiesAreThoseOfTheState() {
        var features = steps(6, 0.1);
        var parameters = steps(48, 0.05);
        var probabilities = new double[64];
        new StateVectorSimulator(paper(), Precision.DOUBLE).probabilities(features, 1, parameters, probabilities);
        var state = StateVector.of(paper(), features, parameters);
        for (var i = 0; i < 64; i++) {
            assertEquals(Math.pow(state.re()[i], 2) + Math.pow(state.im()[i], 2), probabilities[i], 1e-14);
        }
    }

    @Test
    void oneQubitAndNoGatesWork() {
        var expectations = new double[1];
        new StateVectorSimulator(Circuit.of(1, 0, 0).build(), Precision.DOUBLE)
                .expectations(new double[0], 1, new double[0], expectations);
        assertEquals(1, expectations[0]);
        var turned = Circuit.of(1, 1, 0).rotationX(0, new Angle.Feature(1, 0)).build();
        new StateVectorSimulator(turned, Precision.DOUBLE)
                .expectations(new double[] {0.7}, 1, new double[0], expectations);
        assertEquals(Math.cos(0.7), expectations[0], 1e-15);
    }

    @Test
    void refusesWhatIsNotANumber() {
        var simulator = new StateVectorSimulator(paper(), Precision.DOUBLE);
        var features = new double[12];
        for (var bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            features[7] = bad;
            var refusal = assertThrows(
                    QuantumException.class, () -> simulator.expectations(features, 2, new double[48], new double[12]));
            assertTrue(refusal.getMessage().contains("Feature 1 of row 1"), refusal::getMessage);
        }
    }

    @Test
    void refusesFeaturesAndParametersThatDoNotFit() {
        var simulator = new StateVectorSimulator(paper(), Precision.DOUBLE);
        var tooFew = assertThrows(
                QuantumException.class,
                () -> simulator.expectations(new double[11], 2, new double[48], new double[12]));
        assertTrue(tooFew.getMessage().contains("6 features per row"), tooFew::getMessage);
        var wrong = assertThrows(
                QuantumException.class,
                () -> simulator.expectations(new double[12], 2, new double[47], new double[12]));
        assertTrue(wrong.getMessage().contains("48 parameters, but 47"), wrong::getMessage);
    }

    @Test
    void refusesTooFewWeights() {
        var simulator = new StateVectorSimulator(paper(), Precision.DOUBLE);
        simulator.expectations(new double[12], 2, new double[48], new double[12]);
        var refusal = assertThrows(
                QuantumException.class, () -> simulator.backward(new double[11], new double[12], new double[48]));
        assertTrue(refusal.getMessage().contains("12 numbers, but 11"), refusal::getMessage);
    }

    @Test
    void refusesAmplitudesThatAreAllZero() {
        var circuit = new AmplitudeFeatureMap(2).circuit();
        var simulator = new StateVectorSimulator(circuit, Precision.DOUBLE);
        var refusal = assertThrows(
                QuantumException.class,
                () -> simulator.expectations(new double[] {1, 2, 3, 4, 0, 0, 0, 0}, 2, new double[0], new double[4]));
        assertTrue(refusal.getMessage().contains("All features of row 1 are 0"), refusal::getMessage);
    }
}
