package org.ecgdistill.bench;

import java.util.concurrent.TimeUnit;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per row for other circuits on 6 qubits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class QuantumFamiliesBench {

    @Param({"pauli", "qvit", "amplitude", "strongly"})
    private String circuit;

    private QuantumRun run;

    @Setup
    public void setUp() {
        run = new QuantumRun(QuantumCircuits.named(circuit), Precision.DOUBLE);
    }

    @Benchmark
    @OperationsPerInvocation(QuantumCircuits.BATCH)
    public double[] forward() {
        return run.forward();
    }

    @Benchmark
    @OperationsPerInvocation(QuantumCircuits.BATCH)
    public double[] gradient() {
        return run.gradient();
    }
}
