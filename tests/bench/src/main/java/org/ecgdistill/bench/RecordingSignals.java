package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/** Whole signals, headers parsed each time: MB of signal file per second (column {@code megabytes}). */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RecordingSignals {

    /** Format 212 in the first, format 16 in the second. */
    @Param({"mitdb", "ptbxl/records500"})
    public String folder;

    private List<Path> records;
    private double megabytes;

    /** JMH divides it by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public double megabytes;
    }

    @Setup
    public void find() throws IOException {
        records = Recordings.in(folder);
        megabytes = Recordings.megabytes(records);
    }

    /** Samples in mV, one double array per signal, with checksums verified: the input of the table. */
    @Benchmark
    public void physical(Work work, Blackhole sink) {
        for (var path : records) {
            sink.consume(Wfdb.open(path).readAll());
        }
        work.megabytes += megabytes;
    }
}
