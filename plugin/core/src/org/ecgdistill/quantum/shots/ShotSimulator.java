package org.ecgdistill.quantum.shots;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Simulator;

/** Draws basis states from the probabilities that another simulator computes. */
public final class ShotSimulator implements Simulator {

    /** Some hundredths of a second of drawing. */
    private static final int SHOTS_PER_REPORT = 1 << 20;

    private final Simulator exact;
    private final int shots;
    private SplittableRandom random;
    private final AliasTable table;
    private final int[] counts;
    private double[] probabilities = {};
    private Progress progress = Progress.NONE;

    ShotSimulator(Simulator exact, int shots, long seed) {
        this.exact = exact;
        this.shots = shots;
        this.random = new SplittableRandom(seed);
        this.table = new AliasTable(exact.circuit().dimension());
        this.counts = new int[exact.circuit().dimension()];
    }

    /** Starts a new sequence of draws, so that what comes does not depend on what has been drawn before. */
    public void restart(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public Circuit circuit() {
        return exact.circuit();
    }

    @Override
    public void reportTo(Progress progress) {
        this.progress = progress;
        exact.reportTo(progress);
    }

    @Override
    public int rowsPerPiece() {
        return Math.max(1, Math.min(exact.rowsPerPiece(), (1 << 23) / shots));
    }

    /** How often each basis state was measured, divided by the number of shots. */
    @Override
    public void probabilities(double[] features, int rows, double[] parameters, double[] frequencies) {
        if (probabilities.length < rows * counts.length) {
            probabilities = new double[rows * counts.length];
        }
        exact.probabilities(features, rows, parameters, probabilities);
        for (var row = 0; row < rows; row++) {
            draw(row);
            for (var state = 0; state < counts.length; state++) {
                frequencies[row * counts.length + state] = (double) counts[state] / shots;
            }
        }
    }

    private void draw(int row) {
        table.load(probabilities, row * counts.length);
        Arrays.fill(counts, 0);
        for (var done = 0; done < shots; ) {
            if (shots > SHOTS_PER_REPORT) {
                progress.report((double) done / shots, "Measuring");
            }
            var until = (int) Math.min(shots, (long) done + SHOTS_PER_REPORT);
            for (; done < until; done++) {
                counts[table.draw(random)]++;
            }
        }
    }
}
