package org.ecgdistill.quantum.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DensityMatrixTest {

    private static final double STRENGTH = 0.13;

    /** Nielsen and Chuang, Quantum Computation and Quantum Information, section 8.3.5. */
    private static final double[][][] AMPLITUDE_DAMPING = {
        {{1, 0}, {0, Math.sqrt(1 - STRENGTH)}}, {{0, Math.sqrt(STRENGTH)}, {0, 0}}
    };

    /** The same book, section 8.3.6. */
    private static final double[][][] PHASE_DAMPING = {
        {{1, 0}, {0, Math.sqrt(1 - STRENGTH)}}, {{0, 0}, {0, Math.sqrt(STRENGTH)}}
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dampingIsTheSumOverKrausOperators(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 20; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 2, 3, 20, random);
            var features = DenseReference.randomNumbers(2, 3, random);
            var parameters = DenseReference.randomNumbers(3, 3, random);
            check(circuit, features, parameters, new NoiseModel(0, 0, STRENGTH, 0, 0, 0), AMPLITUDE_DAMPING);
            check(circuit, features, parameters, new NoiseModel(0, 0, 0, STRENGTH, 0, 0), PHASE_DAMPING);
        }
    }

    private static void check(
            Circuit circuit, double[] features, double[] parameters, NoiseModel noise, double[][][] kraus) {
        var found = DensityMatrix.of(circuit, noise, features, parameters);
        var expected = DenseReference.run(circuit, features, parameters, kraus);
        for (var row = 0; row < circuit.dimension(); row++) {
            for (var column = 0; column < circuit.dimension(); column++) {
                assertEquals(expected.re(row, column), found.re()[row][column], 1e-12);
                assertEquals(expected.im(row, column), found.im()[row][column], 1e-12);
            }
        }
    }

    @Test
    void probabilitiesKnowWrongReadings() {
        var random = new Random(1);
        var circuit = DenseReference.randomCircuit(3, 2, 3, 20, random);
        var features = DenseReference.randomNumbers(2, 3, random);
        var parameters = DenseReference.randomNumbers(3, 3, random);
        var exact = new double[8];
        new DensityMatrixBackend(NoiseModel.NONE).open(circuit).probabilities(features, 1, parameters, exact);
        var read = new double[8];
        new DensityMatrixBackend(new NoiseModel(0, 0, 0, 0, 0.1, 0.2))
                .open(circuit)
                .probabilities(features, 1, parameters, read);
        // P(read r) = Σ P(k) ∏ P(bit of r | bit of k).
        double[][] confusion = {{0.9, 0.1}, {0.2, 0.8}};
        for (var r = 0; r < 8; r++) {
            var expected = 0.0;
            for (var k = 0; k < 8; k++) {
                var factor = exact[k];
                for (var qubit = 0; qubit < 3; qubit++) {
                    factor *= confusion[k >> qubit & 1][r >> qubit & 1];
                }
                expected += factor;
            }
            assertEquals(expected, read[r], 1e-14);
        }
    }

    @Test
    void completeDepolarizingLeavesNothing() {
        var circuit = new EfficientSU2(2, 1, Entanglement.Pattern.LINEAR).circuit();
        var matrix = DensityMatrix.of(
                circuit, new NoiseModel(1, 1, 0, 0, 0, 0), new double[0], new double[circuit.parameters()]);
        assertEquals(0.25, matrix.purity(), 1e-15);
    }

    @Test
    void amplitudeEncodingIsTheStateVectors() {
        var random = new Random(2);
        var circuit =
                new AmplitudeFeatureMap(3).circuit().then(new EfficientSU2(3, 1, Entanglement.Pattern.FULL).circuit());
        var features = DenseReference.randomNumbers(16, 2, random);
        var parameters = DenseReference.randomNumbers(circuit.parameters(), 3, random);
        var expected = new double[6];
        new StateVectorBackend(Precision.DOUBLE).open(circuit).expectations(features, 2, parameters, expected);
        var found = new double[6];
        new DensityMatrixBackend(NoiseModel.NONE).open(circuit).expectations(features, 2, parameters, found);
        assertArrayEquals(expected, found, 1e-13);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0, 0, 0, 0",
        "0, 1.1, 0, 0, 0, 0",
        "0, 0, NaN, 0, 0, 0",
        "0, 0, 0, 2, 0, 0",
        "0, 0, 0, 0, -1, 0",
        "0, 0, 0, 0, 0, 7"
    })
    void refusesWhatIsNoProbability(double one, double two, double damping, double phase, double e01, double e10) {
        var refusal = assertThrows(QuantumException.class, () -> new NoiseModel(one, two, damping, phase, e01, e10));
        assertTrue(refusal.getMessage().contains("choose a number from 0 to 1"), refusal::getMessage);
    }

    @Test
    void refusesMoreQubitsThanItCanHold() {
        var circuit = Circuit.of(11, 0, 0).build();
        var refusal =
                assertThrows(QuantumException.class, () -> new DensityMatrixBackend(NoiseModel.NONE).open(circuit));
        assertTrue(refusal.getMessage().contains("at most 10 qubits"), refusal::getMessage);
    }
}
