package org.ecgdistill.bench;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;

/** One batch on the fast simulator, with all its arrays. */
final class QuantumRun {

    private final StateVectorSimulator simulator;
    private final double[] features;
    private final double[] parameters;
    private final double[] upstream;
    private final double[] expectations;
    private final double[] featureGradient;
    private final double[] parameterGradient;

    QuantumRun(Circuit circuit, Precision precision) {
        simulator = new StateVectorSimulator(circuit, precision);
        features = QuantumCircuits.numbers(QuantumCircuits.BATCH * circuit.features(), 1);
        parameters = QuantumCircuits.numbers(circuit.parameters(), Math.PI);
        upstream = QuantumCircuits.numbers(QuantumCircuits.BATCH * circuit.qubits(), 0.5);
        expectations = new double[upstream.length];
        featureGradient = new double[features.length];
        parameterGradient = new double[parameters.length];
    }

    /** ⟨Z⟩ of every qubit. */
    double[] forward() {
        simulator.expectations(features, QuantumCircuits.BATCH, parameters, expectations);
        return expectations;
    }

    /** ⟨Z⟩ and its vector–Jacobian products with respect to features and parameters. */
    double[] gradient() {
        forward();
        simulator.backward(upstream, featureGradient, parameterGradient);
        return featureGradient;
    }
}
