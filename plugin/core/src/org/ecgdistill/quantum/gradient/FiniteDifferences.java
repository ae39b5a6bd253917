package org.ecgdistill.quantum.gradient;

import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.simulator.Simulator;

/**
 * Central differences over every feature and parameter. On exact results a small step serves best; shots make differences
 * of small steps worthless.
 */
public final class FiniteDifferences implements GradientEstimator {

    /** The cube root of the rounding error, where it and the error of the difference are balanced. */
    private static final double EXACT_STEP = 1e-5;

    private final Simulator simulator;
    private final double step;

    public FiniteDifferences(Backend backend, Circuit circuit) {
        this(backend, circuit, EXACT_STEP);
    }

    public FiniteDifferences(Backend backend, Circuit circuit, double step) {
        if (!(step > 0)) {
            throw new QuantumException("The step of finite differences is " + step
                    + ": choose a positive number, for example 0.00001 without shots and 0.1 with shots.");
        }
        this.simulator = backend.open(circuit);
        this.step = step;
    }

    @Override
    public String name() {
        return "finite differences";
    }

    @Override
    public Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        var weighted = new Weighted(simulator, upstream, rows, 2 * parameters.length, progress.part(0, 0.5));
        var parameterGradient = new double[parameters.length];
        for (var i = 0; i < parameters.length; i++) {
            var up = weighted.perRow(features, ParameterShift.shifted(parameters, i, parameters.length, step));
            var down = weighted.perRow(features, ParameterShift.shifted(parameters, i, parameters.length, -step));
            for (var row = 0; row < rows; row++) {
                parameterGradient[i] += (up[row] - down[row]) / (2 * step);
            }
        }
        var featureGradient = new double[rows * simulator.circuit().features()];
        var circuits = weighted.circuits()
                + addFeatureGradient(features, rows, parameters, upstream, featureGradient, progress.part(0.5, 1));
        return new Gradient(featureGradient, parameterGradient, circuits);
    }

    /** @return how often the circuit was run on a row */
    long addFeatureGradient(
            double[] features,
            int rows,
            double[] parameters,
            double[] upstream,
            double[] featureGradient,
            Progress progress) {
        var count = simulator.circuit().features();
        var weighted = new Weighted(simulator, upstream, rows, 2 * count, progress);
        for (var i = 0; i < count; i++) {
            var up = weighted.perRow(ParameterShift.shifted(features, i, count, step), parameters);
            var down = weighted.perRow(ParameterShift.shifted(features, i, count, -step), parameters);
            for (var row = 0; row < rows; row++) {
                featureGradient[row * count + i] += (up[row] - down[row]) / (2 * step);
            }
        }
        return weighted.circuits();
    }
}
