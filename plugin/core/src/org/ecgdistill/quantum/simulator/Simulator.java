package org.ecgdistill.quantum.simulator;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;

/**
 * Runs one circuit on batches of rows, for one thread. Arrays hold row after row; the caller's input arrays are never
 * written to.
 */
public interface Simulator {

    Circuit circuit();

    /**
     * ⟨Z⟩ of every qubit, here from the probabilities.
     *
     * @param features {@code rows} × {@link Circuit#features()}
     * @param expectations receives {@code rows} × {@link Circuit#qubits()}
     */
    default void expectations(double[] features, int rows, double[] parameters, double[] expectations) {
        var qubits = circuit().qubits();
        var probabilities = new double[rows << qubits];
        probabilities(features, rows, parameters, probabilities);
        Arrays.fill(expectations, 0, rows * qubits, 0);
        for (var i = 0; i < probabilities.length; i++) {
            for (var qubit = 0; qubit < qubits; qubit++) {
                var sign = (i >> qubit & 1) == 0 ? 1 : -1;
                expectations[(i >> qubits) * qubits + qubit] += sign * probabilities[i];
            }
        }
    }

    /** Sets what is reported to within a call, which can also cancel it; by default calls are short and report nothing. */
    default void reportTo(Progress progress) {}

    /** How many rows take about a tenth of a second: pass no more in one call that shows progress or may be cancelled. */
    int rowsPerPiece();

    /**
     * The probability to measure each basis state.
     *
     * @param probabilities receives {@code rows} × {@link Circuit#dimension()}
     */
    void probabilities(double[] features, int rows, double[] parameters, double[] probabilities);
}
