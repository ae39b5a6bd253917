package org.ecgdistill.quantum.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void piecesMakeTheWhole() {
        var circuit = CircuitDesign.paper().circuit();
        var simulator = new DensityMatrixBackend(NoiseModel.NONE).open(circuit);
        var rows = 2 * simulator.rowsPerPiece() + 1;
        var features = DenseReference.randomNumbers(rows * 6, 1, new Random(1));
        var parameters = DenseReference.randomNumbers(48, 3, new Random(2));
        var expected = new double[rows * 6];
        simulator.expectations(features, rows, parameters, expected);
        var fractions = new ArrayList<Double>();
        Progress watch = (fraction, message) -> fractions.add(fraction);
        assertArrayEquals(expected, Batches.expectations(simulator, features, rows, parameters, watch));
        assertEquals(3, fractions.size());
        assertTrue(fractions.get(0) == 0 && fractions.get(1) < fractions.get(2), fractions::toString);
    }

    @Test
    void refusesParametersThatAreNoNumbers() {
        var parameters = new double[48];
        parameters[3] = Double.NaN;
        var refusal = assertThrows(
                QuantumException.class,
                () -> Inputs.require(CircuitDesign.paper().circuit(), new double[6], 1, parameters));
        assertTrue(refusal.getMessage().contains("lower the learning rate"), refusal::getMessage);
    }
}
