package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.wfdb.Annotations;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Ten seconds from the middle of each record of mitdb, and all its annotations: columns {@code ranges}, {@code annotations}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RecordingRanges {

    private static final List<Integer> BOTH = List.of(0, 1);

    private List<Path> records;
    private List<Path> annotationFiles;
    private List<Recording> opened;
    private TimeRange middle;

    /** JMH divides it by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long ranges;
        public long annotations;
    }

    @Setup
    public void find() throws IOException {
        records = Recordings.in("mitdb");
        annotationFiles =
                records.stream().map(record -> Path.of(record + ".atr")).toList();
        opened = records.stream().map(Wfdb::open).toList();
        var half = opened.get(0).channels().get(0).samples() / opened.get(0).rate() / 2;
        middle = new TimeRange(half, half + 10);
    }

    /** The header is parsed each time, as in isigopen of the C library. */
    @Benchmark
    public void openAndReadRange(Work work, Blackhole sink) {
        for (var path : records) {
            sink.consume(Wfdb.open(path).read(BOTH, middle, Progress.NONE));
            work.ranges++;
        }
    }

    /** From records that are already open. */
    @Benchmark
    public void readRange(Work work, Blackhole sink) {
        for (var record : opened) {
            sink.consume(record.read(BOTH, middle, Progress.NONE));
            work.ranges++;
        }
    }

    @Benchmark
    public void annotations(Work work, Blackhole sink) {
        for (var path : annotationFiles) {
            var annotations = Annotations.read(path);
            sink.consume(annotations);
            work.annotations += annotations.size();
        }
    }
}
