package org.ecgdistill.quantum.gradient;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;

/** The exact gradient by going back through the circuit, which only a simulator can do. */
public final class AdjointGradient implements GradientEstimator {

    private final StateVectorSimulator simulator;

    public AdjointGradient(StateVectorSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public String name() {
        return "adjoint";
    }

    /** In pieces whose amplitudes the simulator still has on the way back. */
    @Override
    public Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        var width = simulator.circuit().features();
        var qubits = simulator.circuit().qubits();
        var featureGradient = new double[rows * width];
        var parameterGradient = new double[parameters.length];
        var ofFeatures = new double[simulator.rowsSideBySide() * width];
        var ofParameters = new double[parameters.length];
        for (var first = 0; first < rows; first += simulator.rowsSideBySide()) {
            progress.report(0, "Going back through the circuit");
            var end = Math.min(first + simulator.rowsSideBySide(), rows);
            var piece = Arrays.copyOfRange(features, first * width, end * width);
            simulator.expectations(piece, end - first, parameters, new double[(end - first) * qubits]);
            simulator.backward(Arrays.copyOfRange(upstream, first * qubits, end * qubits), ofFeatures, ofParameters);
            System.arraycopy(ofFeatures, 0, featureGradient, first * width, piece.length);
            for (var i = 0; i < ofParameters.length; i++) {
                parameterGradient[i] += ofParameters[i];
            }
        }
        return new Gradient(featureGradient, parameterGradient, rows);
    }
}
