package org.ecgdistill.quantum.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;

/**
 * Compares all ways to a circuit's gradient on the analyst's own rows, exact and with shots: the cost and the accuracy
 * of each.
 */
public final class GradientComparison {

    private static final double STEP = 0.1;
    private static final int DRAWS = 10;
    private static final StateVectorBackend EXACT = new StateVectorBackend(Precision.DOUBLE);

    /**
     * An estimated gradient beside the exact one of a perfect device, over features and parameters together.
     *
     * @param shots per circuit; 0 for exact expectation values
     * @param cosine of the angle between the estimate and the exact gradient: 1 for the same direction, 0 for an
     *     estimate without use
     * @param norm length of the estimate
     * @param relativeError length of the difference, divided by the length of the exact gradient
     * @param circuits how often a circuit was run on a row
     */
    public record Estimate(
            String estimator,
            int shots,
            double cosine,
            double norm,
            double relativeError,
            long circuits,
            double seconds) {}

    private final double[] features;
    private final int rows;
    private final double[] parameters;
    private final double[] upstream;
    private final double[] exact;

    /** @param upstream weights of the expectation values, rows × qubits */
    GradientComparison(
            Circuit circuit, double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        this.features = features;
        this.rows = rows;
        this.parameters = parameters;
        this.upstream = upstream;
        this.exact =
                all(new AdjointGradient(EXACT.open(circuit)).estimate(features, rows, parameters, upstream, progress));
    }

    /**
     * Compares gradients of the mean of all ⟨Z⟩.
     *
     * @param shots of those estimates that are measured
     */
    public static List<Estimate> of(
            Circuit circuit,
            double[] features,
            int rows,
            double[] parameters,
            int shots,
            long seed,
            Progress progress) {
        if (rows == 0) {
            throw new QuantumException("There are no rows to compare gradients on.");
        }
        var upstream = new double[rows * circuit.qubits()];
        Arrays.fill(upstream, 1.0 / upstream.length);
        var comparison = new GradientComparison(circuit, features, rows, parameters, upstream, progress.part(0, 0.1));
        var measured = new ShotBackend(EXACT, shots, seed);
        var exact = new ArrayList<GradientEstimator>();
        exact.add(new AdjointGradient(EXACT.open(circuit)));
        exact.addAll(estimators(EXACT, circuit, new FiniteDifferences(EXACT, circuit), seed));
        var estimates = new ArrayList<>(comparison.compare(0, exact, progress.part(0.1, 0.3)));
        estimates.addAll(comparison.compare(
                shots,
                estimators(measured, circuit, new FiniteDifferences(measured, circuit, STEP), seed),
                progress.part(0.3, 1)));
        return estimates;
    }

    private static List<GradientEstimator> estimators(
            Backend backend, Circuit circuit, GradientEstimator differences, long seed) {
        return List.of(
                new ParameterShift(backend, circuit),
                differences,
                new SimultaneousPerturbation(backend, circuit, STEP, 1, seed),
                new SimultaneousPerturbation(backend, circuit, STEP, DRAWS, seed));
    }

    /** The estimate of each estimator. */
    List<Estimate> compare(int shots, List<GradientEstimator> estimators, Progress progress) {
        var estimates = new ArrayList<Estimate>();
        for (var estimator : estimators) {
            var part = progress.part(
                    (double) estimates.size() / estimators.size(), (estimates.size() + 1.0) / estimators.size());
            part.report(0, "Gradient by " + estimator.name());
            var start = System.nanoTime();
            var gradient = estimator.estimate(features, rows, parameters, upstream, part);
            var seconds = (System.nanoTime() - start) * 1e-9;
            estimates.add(estimate(estimator.name(), shots, gradient, seconds));
        }
        progress.report(1, "Gradients compared");
        return estimates;
    }

    private Estimate estimate(String name, int shots, Gradient gradient, double seconds) {
        var estimate = all(gradient);
        var difference = new double[exact.length];
        Arrays.setAll(difference, i -> estimate[i] - exact[i]);
        var norm = Math.sqrt(dot(estimate, estimate));
        var exactNorm = Math.sqrt(dot(exact, exact));
        return new Estimate(
                name,
                shots,
                dot(estimate, exact) / (norm * exactNorm),
                norm,
                Math.sqrt(dot(difference, difference)) / exactNorm,
                gradient.circuits(),
                seconds);
    }

    private static double[] all(Gradient gradient) {
        var all = Arrays.copyOf(gradient.features(), gradient.features().length + gradient.parameters().length);
        System.arraycopy(gradient.parameters(), 0, all, gradient.features().length, gradient.parameters().length);
        return all;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
