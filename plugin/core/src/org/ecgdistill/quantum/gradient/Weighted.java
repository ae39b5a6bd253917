package org.ecgdistill.quantum.gradient;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.simulator.Batches;
import org.ecgdistill.quantum.simulator.Simulator;

/** Runs a circuit repeatedly and weights its ⟨Z⟩ with the upstream gradient: L of each row. */
final class Weighted {

    private final Simulator simulator;
    private final double[] upstream;
    private final int rows;
    private final int runs;
    private final Progress progress;
    private int run;

    /** @param runs how many runs there will be, for the progress */
    Weighted(Simulator simulator, double[] upstream, int rows, int runs, Progress progress) {
        this.simulator = simulator;
        this.upstream = upstream;
        this.rows = rows;
        this.runs = runs;
        this.progress = progress;
    }

    double[] perRow(double[] features, double[] parameters) {
        var part = progress.part((double) run / runs, (run + 1.0) / runs);
        var expectations = Batches.expectations(simulator, features, rows, parameters, part);
        run++;
        var qubits = simulator.circuit().qubits();
        var sums = new double[rows];
        Arrays.setAll(sums, row -> {
            var sum = 0.0;
            for (var i = row * qubits; i < (row + 1) * qubits; i++) {
                sum += upstream[i] * expectations[i];
            }
            return sum;
        });
        return sums;
    }

    /** How often the circuit was run on a row so far. */
    long circuits() {
        return (long) run * rows;
    }
}
