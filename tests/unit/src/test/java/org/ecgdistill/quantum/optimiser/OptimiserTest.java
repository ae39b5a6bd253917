package org.ecgdistill.quantum.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement.Pattern;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.ansatz.RealAmplitudes;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class OptimiserTest {

    private static final List<Optimiser> ALL =
            List.of(new ConjugateGradient(2000), new Bobyqa(2000), new CmaEs(4000, 1), new Spsa(6000, 0.3, 0.1, 1));

    /** The sum of ⟨Z⟩, smallest (−3) when all three qubits are 1. */
    private static final class AllOnes implements CostFunction {

        private final Circuit circuit = new RealAmplitudes(3, 1, Pattern.LINEAR).circuit();
        private final StateVectorSimulator simulator = new StateVectorBackend(Precision.DOUBLE).open(circuit);

        @Override
        public double value(double[] parameters) {
            var expectations = new double[3];
            simulator.expectations(new double[0], 1, parameters, expectations);
            return Arrays.stream(expectations).sum();
        }

        @Override
        public double[] gradient(double[] parameters) {
            value(parameters);
            var gradient = new double[parameters.length];
            simulator.backward(new double[] {1, 1, 1}, null, gradient);
            return gradient;
        }
    }

    private static double[] start() {
        return new double[] {0.3, -0.2, 0.5, 0.1, 0.4, -0.6};
    }

    @TestFactory
    Stream<DynamicTest> findsTheLowestState() {
        return ALL.stream()
                .map(optimiser -> DynamicTest.dynamicTest(optimiser.toString(), () -> {
                    var optimum = optimiser.minimise(new AllOnes(), start(), Progress.NONE);
                    assertEquals(-3, optimum.value(), 1e-3);
                    assertEquals(optimum.value(), new AllOnes().value(optimum.parameters()), 1e-12);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSameSeedGivesTheSameBits() {
        return ALL.stream()
                .map(optimiser -> DynamicTest.dynamicTest(optimiser.toString(), () -> {
                    var start = start();
                    var first = optimiser.minimise(new AllOnes(), start, Progress.NONE);
                    assertArrayEquals(start(), start, "the start is the caller's");
                    var second = optimiser.minimise(new AllOnes(), start, Progress.NONE);
                    assertArrayEquals(first.parameters(), second.parameters());
                    assertEquals(first.evaluations(), second.evaluations());
                }));
    }

    @Test
    void stopsWhenTheEvaluationsAreUsedUp() {
        for (var optimiser :
                List.of(new ConjugateGradient(5), new Bobyqa(20), new CmaEs(20, 1), new Spsa(20, 0.1, 0.1, 1))) {
            var optimum = optimiser.minimise(new AllOnes(), start(), Progress.NONE);
            assertTrue(optimum.evaluations() <= 20, optimiser + " took " + optimum.evaluations());
            assertTrue(optimum.value() <= new AllOnes().value(start()), optimiser.toString());
        }
    }

    @Test
    void lastsNoLongerThanItIsWanted() {
        Progress stop = (fraction, message) -> {
            if (fraction > 0.002) {
                throw new CancellationException();
            }
        };
        for (var optimiser : ALL) {
            assertThrows(CancellationException.class, () -> optimiser.minimise(new AllOnes(), start(), stop));
        }
    }

    @Test
    void refusesInWords() {
        refuses("at least 1", () -> new Bobyqa(0).minimise(new AllOnes(), start(), Progress.NONE));
        refuses("positive numbers", () -> new Spsa(10, 0, 0.1, 1));
        refuses("at least 2 parameters", () -> new Bobyqa(10).minimise(new AllOnes(), new double[1], Progress.NONE));
        var broken = new CostFunction() {

            @Override
            public double value(double[] parameters) {
                return Double.NaN;
            }

            @Override
            public double[] gradient(double[] parameters) {
                return parameters;
            }
        };
        for (var optimiser : ALL) {
            refuses("choose smaller steps", () -> optimiser.minimise(broken, start(), Progress.NONE));
        }
    }

    private static void refuses(String words, Executable call) {
        var refusal = assertThrows(QuantumException.class, call);
        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }
}
