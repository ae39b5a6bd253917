package org.ecgdistill.quantum.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.Preparation;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.strange.StrangeBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientTest {

    private static final StateVectorBackend EXACT = new StateVectorBackend(Precision.DOUBLE);
    private static final int ROWS = 3;

    /** A circuit with data to differentiate it on. */
    private record Problem(Circuit circuit, double[] features, double[] parameters, double[] upstream) {

        static Problem of(Circuit circuit, long seed) {
            var random = new Random(seed);
            return new Problem(
                    circuit,
                    DenseReference.randomNumbers(ROWS * circuit.features(), 1, random),
                    DenseReference.randomNumbers(circuit.parameters(), 3, random),
                    DenseReference.randomNumbers(ROWS * circuit.qubits(), 1, random));
        }

        Gradient by(GradientEstimator estimator) {
            return estimator.estimate(features, ROWS, parameters, upstream, Progress.NONE);
        }

        Gradient exact() {
            return by(new AdjointGradient(EXACT.open(circuit)));
        }
    }

    private static Circuit small() {
        return new ZZFeatureMap(3, 1, Pattern.LINEAR).circuit().then(new EfficientSU2(3, 1, Pattern.LINEAR).circuit());
    }

    private static void assertClose(Gradient expected, Gradient found, double tolerance) {
        assertArrayEquals(expected.features(), found.features(), tolerance);
        assertArrayEquals(expected.parameters(), found.parameters(), tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void parameterShiftIsExact(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 15; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 3, 4, 30, random);
            var problem = Problem.of(circuit, trial);
            assertClose(problem.exact(), problem.by(new ParameterShift(EXACT, circuit)), 1e-10);
        }
    }

    @Test
    void parameterShiftCountsTwoCircuitsForEachTurningGate() {
        // 3 + 2 phases from features and 12 rotations from parameters.
        var problem = Problem.of(small(), 1);
        assertEquals(
                2 * 17 * ROWS, problem.by(new ParameterShift(EXACT, small())).circuits());
    }

    @Test
    void parameterShiftHoldsWithNoise() {
        var noisy = new DensityMatrixBackend(new NoiseModel(0.02, 0.05, 0.03, 0.04, 0.01, 0.02));
        var problem = Problem.of(small(), 2);
        var shifted = problem.by(new ParameterShift(noisy, small()));
        assertClose(problem.by(new FiniteDifferences(noisy, small())), shifted, 1e-7);
        var exact = problem.exact().parameters();
        assertTrue(Math.abs(exact[0] - shifted.parameters()[0]) > 1e-3, "noise changes the gradient");
    }

    @Test
    void amplitudesAreDifferentiatedByDifferences() {
        var circuit = new AmplitudeFeatureMap(2).circuit().then(new EfficientSU2(2, 1, Pattern.LINEAR).circuit());
        var problem = Problem.of(circuit, 3);
        assertClose(problem.exact(), problem.by(new ParameterShift(EXACT, circuit)), 1e-8);
    }

    @Test
    void finiteDifferencesAgree() {
        var problem = Problem.of(CircuitDesign.paper().circuit(), 4);
        assertClose(problem.exact(), problem.by(new FiniteDifferences(EXACT, problem.circuit())), 1e-6);
    }

    /** One draw points anywhere; the mean of many comes close, up to the square of the step. */
    @Test
    void perturbationIsRightOnAverage() {
        var problem = Problem.of(small(), 5);
        var many = problem.by(new SimultaneousPerturbation(EXACT, small(), 1e-3, 20_000, 6));
        assertEquals(2L * 20_000 * ROWS, many.circuits());
        var exact = problem.exact();
        var norm = 0.0;
        var error = 0.0;
        for (var i = 0; i < exact.parameters().length; i++) {
            norm += Math.pow(exact.parameters()[i], 2);
            error += Math.pow(exact.parameters()[i] - many.parameters()[i], 2);
        }
        assertTrue(error < 0.01 * norm, "relative square error " + error / norm);
    }

    @Test
    void theSeedDecidesThePerturbation() {
        var problem = Problem.of(small(), 5);
        assertClose(
                problem.by(new SimultaneousPerturbation(EXACT, small(), 0.1, 3, 6)),
                problem.by(new SimultaneousPerturbation(EXACT, small(), 0.1, 3, 6)),
                0);
    }

    @Test
    void theComparisonShowsWhatEachCostsAndBuys() {
        var problem = Problem.of(small(), 7);
        var shots = new ShotBackend(EXACT, 4000, 1);
        var comparison = new GradientComparison(
                small(), problem.features(), ROWS, problem.parameters(), problem.upstream(), Progress.NONE);
        var estimates = comparison.compare(
                0,
                List.of(
                        new AdjointGradient(EXACT.open(small())),
                        new ParameterShift(EXACT, small()),
                        new ParameterShift(shots, small()),
                        new SimultaneousPerturbation(EXACT, small(), 0.1, 1, 6)),
                Progress.NONE);
        assertEquals(
                List.of("adjoint", "parameter shift", "parameter shift", "SPSA"),
                estimates.stream().map(GradientComparison.Estimate::estimator).toList());
        assertEquals(1, estimates.get(0).cosine(), 1e-12);
        assertEquals(0, estimates.get(1).relativeError(), 1e-12);
        assertTrue(estimates.get(2).cosine() > 0.98 && estimates.get(2).relativeError() > 1e-4, estimates::toString);
        assertTrue(estimates.get(3).cosine() < 0.9 && estimates.get(3).circuits() == 2 * ROWS, estimates::toString);
        assertTrue(
                estimates.stream().allMatch(estimate -> estimate.seconds() > 0 && estimate.norm() > 0),
                estimates::toString);
    }

    /** Rows enough for minutes of work on Strange and with noise. Processor time, so that a busy machine does not count. */
    @Test
    void cancelsWithinASecond() {
        var circuit = CircuitDesign.paper().circuit();
        var rows = 20_000;
        var features = DenseReference.randomNumbers(rows * 6, 1, new Random(1));
        var clock = ManagementFactory.getThreadMXBean();
        for (var backend : List.of(new StrangeBackend(), new DensityMatrixBackend(NoiseModel.NONE), EXACT)) {
            var estimator = new ParameterShift(backend, circuit);
            var wished = new long[1];
            Progress stop = (fraction, message) -> {
                if (wished[0] != 0) {
                    throw new CancellationException();
                }
                wished[0] = fraction > 0 ? clock.getCurrentThreadCpuTime() : 0;
            };
            assertThrows(
                    CancellationException.class,
                    () -> estimator.estimate(features, rows, new double[48], new double[rows * 6], stop));
            var seconds = (clock.getCurrentThreadCpuTime() - wished[0]) * 1e-9;
            assertTrue(seconds < 1, backend.name() + " took " + seconds + " s");
        }
    }

    @Test
    void refusesInWords() {
        var circuit = small();
        refuses("positive number", () -> new FiniteDifferences(EXACT, circuit, 0));
        refuses("positive step", () -> new SimultaneousPerturbation(EXACT, circuit, Double.NaN, 1, 1));
        refuses("at least 1 draw", () -> new SimultaneousPerturbation(EXACT, circuit, 0.1, 0, 1));
        var both = new Circuit(
                1,
                2,
                0,
                Preparation.AMPLITUDES,
                Circuit.of(1, 2, 0)
                        .rotationY(0, new Angle.Feature(1, 0))
                        .build()
                        .gates());
        refuses("choose the adjoint gradient", () -> new ParameterShift(EXACT, both));
    }

    private static void refuses(String words, Executable call) {
        var refusal = assertThrows(QuantumException.class, call);
        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }
}
