package org.ecgdistill.bench;

import java.util.concurrent.TimeUnit;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.simulator.Simulator;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.strange.StrangeBackend;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds for ⟨Z⟩ of one row of the paper's circuit on each backend. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuantumBackendsBench {

    @Param({"6"})
    private int qubits;

    @Param({"state vector", "5000 shots", "noise", "Strange"})
    private String backend;

    private Simulator simulator;
    private double[] features;
    private double[] parameters;
    private double[] expectations;

    @Setup
    public void setUp() {
        simulator = backend().open(QuantumCircuits.paper(qubits));
        features = QuantumCircuits.numbers(qubits, 1);
        parameters = QuantumCircuits.numbers(simulator.circuit().parameters(), Math.PI);
        expectations = new double[qubits];
    }

    private Backend backend() {
        var exact = new StateVectorBackend(Precision.DOUBLE);
        return switch (backend) {
            case "state vector" -> exact;
            case "5000 shots" -> new ShotBackend(exact, 5000, 1);
            case "noise" -> new DensityMatrixBackend(new NoiseModel(0.001, 0.01, 0.002, 0.002, 0.02, 0.02));
            case "Strange" -> new StrangeBackend();
            default -> throw new IllegalArgumentException("no backend goes by the name " + backend);
        };
    }

    @Benchmark
    public double[] oneRow() {
        simulator.expectations(features, 1, parameters, expectations);
        return expectations;
    }
}
