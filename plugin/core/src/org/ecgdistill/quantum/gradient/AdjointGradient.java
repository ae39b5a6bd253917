package org.ecgdistill.quantum.gradient;

import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;

/** The exact gradient by going back through the circuit, which takes a simulator. */
public final class AdjointGradient implements GradientEstimator {

    private final StateVectorSimulator simulator;

    public AdjointGradient(StateVectorBackend backend, Circuit circuit) {
        this.simulator = backend.open(circuit);
    }

    @Override
    public String name() {
        return "adjoint";
    }

    @Override
    public Gradient estimate(double[] features, int rows, double[] parameters, double[] upstream, Progress progress) {
        var featureGradient = new double[rows * simulator.circuit().features()];
        var parameterGradient = new double[parameters.length];
        progress.report(0, "Going back through the circuit");
        simulator.tell((fraction, message) -> progress.report(0, "Going back through the circuit"));
        simulator.expectations(
                features,
                rows,
                parameters,
                new double[rows * simulator.circuit().qubits()]);
        simulator.backward(upstream, featureGradient, parameterGradient);
        simulator.tell(Progress.NONE);
        return new Gradient(featureGradient, parameterGradient, rows);
    }
}
