package org.ecgdistill.quantum.simulator;

import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;

/**
 * Runs one circuit on batches of rows, for one thread. Arrays hold row after row; the caller's input arrays are never
 * written to.
 */
public interface Simulator {

    Circuit circuit();

    /**
     * ⟨Z⟩ of every qubit.
     *
     * @param features {@code rows} × {@link Circuit#features()}
     * @param expectations receives {@code rows} × {@link Circuit#qubits()}
     */
    void expectations(double[] features, int rows, double[] parameters, double[] expectations);

    /**
     * Whom to report to, so as to be stopped, while even a single row takes long; those to whom that does not happen report
     * to nobody.
     */
    default void tell(Progress progress) {}

    /** How many rows take about a tenth of a second: who is to be watched or stopped passes no more in one call. */
    int rowsPerPiece();

    /**
     * The probability to measure each basis state.
     *
     * @param probabilities receives {@code rows} × {@link Circuit#dimension()}
     */
    void probabilities(double[] features, int rows, double[] parameters, double[] probabilities);
}
