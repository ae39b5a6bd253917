package org.ecgdistill.quantum.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.statevector.Precision;
import org.ecgdistill.quantum.statevector.StateVectorBackend;

/** Compares estimators on somebody's own data: what each costs and what it buys. */
public final class GradientComparison {

    /**
     * One estimator beside the exact gradient of a perfect device.
     *
     * @param cosine of the angle between the estimate and the exact gradient: 1 points the same way, 0 is no help
     * @param norm length of the estimate
     * @param relativeError length of the difference, divided by the length of the exact gradient
     * @param circuits how often a circuit was run on a row
     */
    public record Line(
            String estimator, double cosine, double norm, double relativeError, long circuits, double seconds) {}

    private GradientComparison() {}

    /** One line for each estimator, over the gradients of features and parameters together. */
    public static List<Line> compare(
            Circuit circuit,
            List<GradientEstimator> estimators,
            double[] features,
            int rows,
            double[] parameters,
            double[] upstream,
            Progress progress) {
        if (upstream.length != rows * circuit.qubits()) {
            throw new QuantumException("The weights of the expectation values are " + upstream.length
                    + " numbers: give one for each of " + rows + " rows and " + circuit.qubits() + " qubits.");
        }
        var exact = all(new AdjointGradient(new StateVectorBackend(Precision.DOUBLE), circuit)
                .estimate(features, rows, parameters, upstream, progress));
        var lines = new ArrayList<Line>();
        for (var estimator : estimators) {
            var part =
                    progress.part((double) lines.size() / estimators.size(), (lines.size() + 1.0) / estimators.size());
            part.report(0, "Gradient by " + estimator.name());
            var start = System.nanoTime();
            var gradient = estimator.estimate(features, rows, parameters, upstream, part);
            var seconds = (System.nanoTime() - start) * 1e-9;
            lines.add(line(estimator.name(), all(gradient), exact, gradient.circuits(), seconds));
        }
        progress.report(1, "Gradients compared");
        return lines;
    }

    private static double[] all(Gradient gradient) {
        var all = new double[gradient.features().length + gradient.parameters().length];
        System.arraycopy(gradient.features(), 0, all, 0, gradient.features().length);
        System.arraycopy(gradient.parameters(), 0, all, gradient.features().length, gradient.parameters().length);
        return all;
    }

    private static Line line(String name, double[] estimate, double[] exact, long circuits, double seconds) {
        var difference = new double[exact.length];
        for (var i = 0; i < exact.length; i++) {
            difference[i] = estimate[i] - exact[i];
        }
        var norm = Math.sqrt(dot(estimate, estimate));
        var exactNorm = Math.sqrt(dot(exact, exact));
        return new Line(
                name,
                dot(estimate, exact) / (norm * exactNorm),
                norm,
                Math.sqrt(dot(difference, difference)) / exactNorm,
                circuits,
                seconds);
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
