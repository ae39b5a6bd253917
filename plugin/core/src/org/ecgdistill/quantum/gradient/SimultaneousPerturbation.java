package org.ecgdistill.quantum.gradient;

import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.simulator.Simulator;

/**
 * SPSA (Spall, IEEE Trans. Autom. Control 37, 1992): all features and parameters are moved at once by a step in random
 * directions, and two runs give an estimate of every derivative. The estimate is right on average, but noisy; averaging
 * over several draws helps.
 */
public final class SimultaneousPerturbation implements GradientEstimator {

    private final Simulator simulator;
    private final double step;
    private final int draws;
    private final SplittableRandom random;

    /**
     * @param step how far everything is moved, for example 0.1
     * @param draws how many random directions are averaged over
     */
    public SimultaneousPerturbation(Backend backend, Circuit circuit, double step, int draws, long seed) {
        if (!(step > 0) || draws < 1) {
            throw new QuantumException("SPSA with a step of " + step + " and " + draws
                    + " draws cannot work: choose a positive step, for example 0.1, and at least 1 draw.");
        }
        this.simulator = backend.open(circuit);
        this.step = step;
        this.draws = draws;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public String name() {
        return draws == 1 ? "SPSA" : "SPSA, " + draws + " draws";
    }

    @Override
    public Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        var weighted = new Weighted(simulator, upstream, rows, 2 * draws, progress);
        var count = simulator.circuit().features();
        var featureGradient = new double[rows * count];
        var parameterGradient = new double[parameters.length];
        for (var draw = 0; draw < draws; draw++) {
            var featureSigns = signs(rows * count);
            var parameterSigns = signs(parameters.length);
            var up = weighted.perRow(moved(features, featureSigns, step), moved(parameters, parameterSigns, step));
            var down = weighted.perRow(moved(features, featureSigns, -step), moved(parameters, parameterSigns, -step));
            for (var row = 0; row < rows; row++) {
                var slope = (up[row] - down[row]) / (2 * step) / draws;
                for (var i = row * count; i < (row + 1) * count; i++) {
                    featureGradient[i] += slope / featureSigns[i];
                }
                for (var i = 0; i < parameters.length; i++) {
                    parameterGradient[i] += slope / parameterSigns[i];
                }
            }
        }
        return new Gradient(featureGradient, parameterGradient, weighted.circuits());
    }

    private int[] signs(int count) {
        var signs = new int[count];
        for (var i = 0; i < count; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private static double[] moved(double[] values, int[] signs, double by) {
        var moved = values.clone();
        for (var i = 0; i < signs.length; i++) {
            moved[i] += by * signs[i];
        }
        return moved;
    }
}
