package org.ecgdistill.hybrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.gradient.AdjointGradient;
import org.ecgdistill.quantum.gradient.FiniteDifferences;
import org.ecgdistill.quantum.gradient.GradientComparison;
import org.ecgdistill.quantum.gradient.GradientEstimator;
import org.ecgdistill.quantum.gradient.ParameterShift;
import org.ecgdistill.quantum.gradient.SimultaneousPerturbation;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.statevector.Precision;
import org.ecgdistill.quantum.statevector.StateVectorBackend;

/** Compares all ways to a trained circuit's gradient on the analyst's own rows, exact and with shots. */
public final class GradientDiagnosis {

    private static final double STEP = 0.1;
    private static final int DRAWS = 10;
    private static final Backend EXACT = new StateVectorBackend(Precision.DOUBLE);

    /**
     * One way.
     *
     * @param shots 0 for exact values
     * @param line what it costs and how near it comes
     */
    public record Line(int shots, GradientComparison.Line line) {}

    private GradientDiagnosis() {}

    /**
     * The gradient of the mean of all ⟨Z⟩.
     *
     * @param shots of those lines that are measured
     */
    public static List<Line> of(TrainedCircuit trained, int shots, long seed, Progress progress) {
        if (trained.rows() == 0) {
            throw new NetworkException("There are no rows to compare gradients on.");
        }
        var circuit = trained.circuit();
        var upstream = new double[trained.rows() * circuit.qubits()];
        Arrays.fill(upstream, 1.0 / upstream.length);
        var measured = new ShotBackend(EXACT, shots, seed);
        var lines = new ArrayList<Line>();
        var exact = new ArrayList<GradientEstimator>();
        exact.add(new AdjointGradient(new StateVectorBackend(Precision.DOUBLE), circuit));
        exact.addAll(estimators(EXACT, circuit, new FiniteDifferences(EXACT, circuit), seed));
        compare(trained, exact, upstream, progress.part(0, 0.3)).forEach(line -> lines.add(new Line(0, line)));
        compare(
                        trained,
                        estimators(measured, circuit, new FiniteDifferences(measured, circuit, STEP), seed),
                        upstream,
                        progress.part(0.3, 1))
                .forEach(line -> lines.add(new Line(shots, line)));
        return lines;
    }

    private static List<GradientComparison.Line> compare(
            TrainedCircuit trained, List<GradientEstimator> estimators, double[] upstream, Progress progress) {
        return GradientComparison.compare(
                trained.circuit(),
                estimators,
                trained.angles(),
                trained.rows(),
                trained.parameters(),
                upstream,
                progress);
    }

    private static List<GradientEstimator> estimators(
            Backend backend, Circuit circuit, GradientEstimator differences, long seed) {
        return List.of(
                new ParameterShift(backend, circuit),
                differences,
                new SimultaneousPerturbation(backend, circuit, STEP, 1, seed),
                new SimultaneousPerturbation(backend, circuit, STEP, DRAWS, seed));
    }
}
