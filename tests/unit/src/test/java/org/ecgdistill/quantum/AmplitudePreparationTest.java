package org.ecgdistill.quantum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmplitudePreparationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theGatesMakeTheAmplitudes(int qubits) {
        var features = DenseReference.randomNumbers(1 << qubits, 2, new Random(qubits));
        check(qubits, features);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void zerosAreAmplitudesToo(int qubits) {
        var features = new double[1 << qubits];
        features[features.length - 1] = -0.5;
        check(qubits, features);
    }

    /** π·tanh(x) over its length, written out once more. */
    private static void check(int qubits, double[] features) {
        var circuit = new Circuit(qubits, 1 << qubits, 0, Preparation.AMPLITUDES, List.of());
        var state = DenseReference.run(AmplitudePreparation.asGates(circuit, features, 0), features, new double[0]);
        var square = 0.0;
        for (var feature : features) {
            square += Math.pow(Math.tanh(feature), 2);
        }
        for (var row = 0; row < features.length; row++) {
            for (var column = 0; column < features.length; column++) {
                var expected = Math.tanh(features[row]) * Math.tanh(features[column]) / square;
                assertEquals(expected, state.re(row, column), 1e-14);
                assertEquals(0, state.im(row, column), 1e-14);
            }
        }
    }
}
