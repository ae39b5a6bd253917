package org.ecgdistill.quantum.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.gradient.AdjointGradient;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.strange.StrangeBackend;
import org.junit.jupiter.api.Test;

/**
 * Work that takes long even for few rows can be stopped in its middle. What is counted is how often it reports, not the
 * time, which depends on the machine.
 */
class WatchedSimulatorsTest {

    private static final StateVectorBackend EXACT = new StateVectorBackend(Precision.DOUBLE);

    /** Counts reports, and stops the work at one of them. */
    private static final class Watch implements Progress {
        private final int last;
        private int reports;

        Watch(int last) {
            this.last = last;
        }

        @Override
        public void report(double fraction, String message) {
            assertTrue(fraction >= 0 && fraction <= 1, "fraction " + fraction);
            if (++reports == last) {
                throw new CancellationException();
            }
        }
    }

    private static Circuit circuit(int qubits, int gates) {
        return DenseReference.randomCircuit(qubits, 2, 3, gates, new Random(1));
    }

    @Test
    void manyShotsOfASingleRow() {
        var shots = 50_000_000;
        stopsInTheMiddle(new ShotBackend(EXACT, shots, 1).open(circuit(3, 20)), 1, 40);
    }

    @Test
    void aSingleRowOnStrange() {
        stopsInTheMiddle(new StrangeBackend().open(circuit(5, 200)), 1, 60);
    }

    @Test
    void aSingleRowWithNoise() {
        stopsInTheMiddle(new DensityMatrixBackend(NoiseModel.NONE).open(circuit(8, 60)), 1, 50);
    }

    @Test
    void manyRowsOfAStateVectorInOneCall() {
        var simulator = EXACT.open(circuit(8, 20));
        stopsInTheMiddle(simulator, 20 * simulator.rowsPerPiece(), 15);
    }

    @Test
    void theWayBackThroughTheCircuit() {
        var circuit = circuit(8, 20);
        var rows = 20 * EXACT.open(circuit).rowsPerPiece();
        var features = DenseReference.randomNumbers(2 * rows, 2, new Random(2));
        var parameters = DenseReference.randomNumbers(3, 3, new Random(3));
        var upstream = new double[rows * 8];
        var all = new Watch(0);
        var gradient = new AdjointGradient(EXACT.open(circuit));
        gradient.estimate(features, rows, parameters, upstream, all);
        assertTrue(all.reports > 30, all.reports + " reports on the way there and back");
        var stop = new Watch(25);
        assertThrows(CancellationException.class, () -> gradient.estimate(features, rows, parameters, upstream, stop));
        assertEquals(25, stop.reports);
    }

    private static void stopsInTheMiddle(Simulator simulator, int rows, int reports) {
        var circuit = simulator.circuit();
        var features = DenseReference.randomNumbers(rows * circuit.features(), 2, new Random(2));
        var parameters = DenseReference.randomNumbers(circuit.parameters(), 3, new Random(3));
        var expectations = new double[rows * circuit.qubits()];
        var all = new Watch(0);
        simulator.reportTo(all);
        simulator.expectations(features, rows, parameters, expectations);
        assertTrue(all.reports >= reports, all.reports + " reports of one call");
        var stop = new Watch(reports / 2);
        simulator.reportTo(stop);
        assertThrows(
                CancellationException.class, () -> simulator.expectations(features, rows, parameters, expectations));
        assertEquals(reports / 2, stop.reports);
        simulator.reportTo(Progress.NONE);
    }
}
