package org.ecgdistill.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.synthesis.EcgGenerator;
import org.ecgdistill.signal.synthesis.NoiseLevels;
import org.ecgdistill.signal.synthesis.Population;
import org.ecgdistill.signal.synthesis.RecordingForm;
import org.ecgdistill.signal.synthesis.SyntheticRecord;
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

/** Synthetic samples per second, over all leads of a record, with every kind of noise. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GeneratorBench {

    private static final int RATE = 360;
    private static final int SECONDS = 60;
    private static final int SAMPLES = RATE * SECONDS;

    @Param({"1", "12"})
    private int leads;

    private EcgGenerator generator;
    private int subject;

    @Setup
    public void setUp() {
        generator = new EcgGenerator(
                new Population(1000, 1, 0.5, 0.05, 0.1),
                new RecordingForm(
                        SECONDS,
                        RATE,
                        leads == 1 ? List.of(Lead.II) : List.of(Lead.values()).subList(0, leads)),
                new NoiseLevels(OptionalDouble.of(10), OptionalDouble.of(20), OptionalDouble.of(15), 50),
                1);
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public SyntheticRecord samplesPerLead() {
        subject = (subject + 1) % 1000;
        return generator.record(subject, 0, Progress.NONE);
    }
}
