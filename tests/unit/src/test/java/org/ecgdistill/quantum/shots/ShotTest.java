package org.ecgdistill.quantum.shots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotTest {

    private static final int ROWS = 400;
    private static final int SHOTS = 500;

    private final double[] features = DenseReference.randomNumbers(ROWS * 6, 1, new Random(1));
    private final double[] parameters = DenseReference.randomNumbers(48, 3, new Random(2));

    /** ⟨Z⟩ from S shots has the standard deviation √((1 − z²)/S). */
    @Test
    void theSpreadIsTheBinomialOne() {
        var exact = new double[ROWS * 6];
        var circuit = CircuitDesign.paper().circuit();
        new StateVectorBackend(Precision.DOUBLE).open(circuit).expectations(features, ROWS, parameters, exact);
        var measured = measure(3, 1)[0];
        var squares = 0.0;
        for (var i = 0; i < exact.length; i++) {
            var deviation = (measured[i] - exact[i]) / Math.sqrt((1 - exact[i] * exact[i]) / SHOTS);
            squares += deviation * deviation;
        }
        // The mean of 2400 squares of nearly independent standard normal deviates: 1 ± 0.03.
        assertEquals(1, squares / exact.length, 0.15);
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(measure(7, 2)[1], measure(7, 2)[1]);
        assertFalse(Arrays.equals(measure(7, 1)[0], measure(8, 1)[0]));
        var twice = measure(7, 2);
        assertFalse(Arrays.equals(twice[0], twice[1]), "every measurement is a new one");
    }

    private double[][] measure(long seed, int times) {
        var simulator = new ShotBackend(new StateVectorBackend(Precision.DOUBLE), SHOTS, seed)
                .open(CircuitDesign.paper().circuit());
        var results = new double[times][ROWS * 6];
        for (var result : results) {
            simulator.expectations(features, ROWS, parameters, result);
        }
        return results;
    }

    @Test
    void frequenciesAddUp() {
        var simulator = new ShotBackend(new StateVectorBackend(Precision.DOUBLE), 37, 1)
                .open(CircuitDesign.paper().circuit());
        var frequencies = new double[64];
        simulator.probabilities(features, 1, parameters, frequencies);
        assertEquals(1, Arrays.stream(frequencies).sum(), 1e-12);
        assertTrue(Arrays.stream(frequencies).allMatch(f -> Math.abs(f * 37 - Math.rint(f * 37)) < 1e-9));
    }

    /** Pearson's χ² over the outcomes, against its mean and standard deviation. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void drawsFollowTheirWeights(int outcomes) {
        var weights =
                new Random(outcomes).doubles(outcomes, 0, 1).map(w -> w * w * 5).toArray();
        var total = Arrays.stream(weights).sum();
        var table = new AliasTable(outcomes);
        table.load(weights, 0);
        var random = new SplittableRandom(3);
        var counts = new int[outcomes];
        var draws = 200_000;
        for (var i = 0; i < draws; i++) {
            counts[table.draw(random)]++;
        }
        var chiSquare = 0.0;
        for (var i = 0; i < outcomes; i++) {
            var expected = weights[i] / total * draws;
            chiSquare += Math.pow(counts[i] - expected, 2) / expected;
        }
        assertTrue(chiSquare < outcomes + 6 * Math.sqrt(2.0 * outcomes), "χ² = " + chiSquare);
    }

    @Test
    void whatCannotHappenIsNeverDrawn() {
        var table = new AliasTable(4);
        table.load(new double[] {9, 0, 0.5, -1e-17, 0.5}, 1);
        var random = new SplittableRandom(3);
        for (var i = 0; i < 10_000; i++) {
            var drawn = table.draw(random);
            assertTrue(drawn == 1 || drawn == 3, "drawn " + drawn);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5})
    void refusesNoShots(int shots) {
        var refusal = assertThrows(
                QuantumException.class, () -> new ShotBackend(new StateVectorBackend(Precision.DOUBLE), shots, 1));
        assertTrue(refusal.getMessage().contains("choose at least 1 shot"), refusal::getMessage);
    }
}
