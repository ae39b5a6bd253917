package org.ecgdistill.quantum.simulator;

import java.util.Arrays;
import org.ecgdistill.common.Progress;

/** Runs any number of rows in pieces, so that progress shows and cancelling works. */
public final class Batches {

    private Batches() {}

    /** ⟨Z⟩ of every qubit, {@code rows} × qubits. */
    public static double[] expectations(
            Simulator simulator, double[] features, int rows, double[] parameters, Progress progress) {
        var circuit = simulator.circuit();
        Inputs.require(circuit, features, rows, parameters);
        var all = new double[rows * circuit.qubits()];
        for (var first = 0; first < rows; first += simulator.rowsPerPiece()) {
            var done = (double) first / rows;
            var message = "Running the circuit, row " + first + " of " + rows;
            progress.report(done, message);
            simulator.reportTo((fraction, any) -> progress.report(done, message));
            var count = Math.min(simulator.rowsPerPiece(), rows - first);
            var piece = Arrays.copyOfRange(features, first * circuit.features(), (first + count) * circuit.features());
            var values = new double[count * circuit.qubits()];
            simulator.expectations(piece, count, parameters, values);
            System.arraycopy(values, 0, all, first * circuit.qubits(), values.length);
        }
        simulator.reportTo(Progress.NONE);
        return all;
    }
}
