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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per row for the paper's circuit: ZZ feature map (2 repetitions) and EfficientSU2 (3), linear. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class QuantumBench {

    @Param({"4", "6", "8", "10", "12"})
    private int qubits;

    @Param({"DOUBLE", "FLOAT"})
    private Precision precision;

    private QuantumRun run;

    @Setup
    public void setUp() {
        run = new QuantumRun(QuantumCircuits.paper(qubits), precision);
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

    /** Counts the rows of both threads. */
    @Benchmark
    @Threads(2)
    @OperationsPerInvocation(2 * QuantumCircuits.BATCH)
    public double[] gradientOnTwoThreads() {
        return run.gradient();
    }
}
