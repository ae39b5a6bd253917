package org.ecgdistill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.filter.FounderFilter;
import org.ecgdistill.wavelet.BoundaryMode;
import org.ecgdistill.wavelet.Decomposition;
import org.ecgdistill.wavelet.ThresholdRule;
import org.ecgdistill.wavelet.Thresholding;
import org.ecgdistill.wavelet.Wavelet;
import org.ecgdistill.wavelet.WaveletDenoiser;
import org.ecgdistill.wavelet.WaveletSettings;
import org.ecgdistill.wavelet.WaveletTransform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Samples per second of transforms and denoisers on half-hour records of 650,000 samples: those of the MIT-BIH
 * Arrhythmia Database if present, otherwise random numbers. Each invocation takes the next record, so that no record is
 * still in the cache. Unless stated otherwise: sym8, eight levels, symmetric continuation, no shifts. Further threads
 * ({@code -t}) denoise records in parallel.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(WaveletBench.SAMPLES)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WaveletBench {

    static final int SAMPLES = 650_000;
    private static final int MOST_RECORDS = 24;
    private static final double RATE = 360;

    /** The records and the denoisers, shared by all threads. */
    @State(Scope.Benchmark)
    public static class Work {

        private final List<double[]> records = records();
        private final WaveletTransform transform = new WaveletTransform(Wavelet.of("sym8"), BoundaryMode.SYMMETRIC);
        private final Denoiser sure = sym8(ThresholdRule.SURE);
        private final Denoiser universal = sym8(ThresholdRule.UNIVERSAL);
        private final Denoiser clinical = new WaveletDenoiser(WaveletSettings.clinical());
        private final Denoiser founder = new FounderFilter();

        private static Denoiser sym8(ThresholdRule rule) {
            return new WaveletDenoiser(new WaveletSettings(
                    Wavelet.of("sym8"),
                    BoundaryMode.SYMMETRIC,
                    8,
                    Thresholding.soft(rule),
                    WaveletSettings.USUAL_CUT_OFF,
                    1));
        }

        private static List<double[]> records() {
            var records = new ArrayList<double[]>();
            for (var record :
                    Recordings.present("mitdb").stream().limit(MOST_RECORDS).toList()) {
                records.add(Wfdb.open(record)
                        .read(List.of(0), TimeRange.ALL, Progress.NONE)
                        .get(0)
                        .samples());
            }
            if (records.isEmpty()) {
                for (var i = 0; i < MOST_RECORDS; i++) {
                    records.add(new Random(i).doubles(SAMPLES, -1, 1).toArray());
                }
            }
            return records;
        }
    }

    /** Which record a thread takes next. */
    @State(Scope.Thread)
    public static class Turn {

        private final double[] signal = new double[SAMPLES];
        private Decomposition coefficients;
        private int next;

        private double[] record(Work work) {
            next = (next + 1) % work.records.size();
            return work.records.get(next);
        }
    }

    /** With reused memory, as for many records of one length. */
    @Benchmark
    public double[] roundTrip(Work work, Turn turn) {
        var record = turn.record(work);
        if (turn.coefficients == null) {
            turn.coefficients = work.transform.decompose(record, 8);
        } else {
            work.transform.decompose(record, turn.coefficients);
        }
        work.transform.reconstruct(turn.coefficients, turn.signal);
        return turn.signal;
    }

    /** With new memory each time. */
    @Benchmark
    public double[] roundTripInNewMemory(Work work, Turn turn) {
        return work.transform.reconstruct(work.transform.decompose(turn.record(work), 8));
    }

    @Benchmark
    public Denoised denoiseUniversal(Work work, Turn turn) {
        return work.universal.denoise(turn.record(work), RATE);
    }

    @Benchmark
    public Denoised denoiseSure(Work work, Turn turn) {
        return work.sure.denoise(turn.record(work), RATE);
    }

    /** The default: coif1, SURE, the mean of eight shifts. */
    @Benchmark
    public Denoised denoiseClinical(Work work, Turn turn) {
        return work.clinical.denoise(turn.record(work), RATE);
    }

    /** ECGFounder's notch, band-pass and running median. */
    @Benchmark
    public Denoised denoiseFounder(Work work, Turn turn) {
        return work.founder.denoise(turn.record(work), RATE);
    }
}
