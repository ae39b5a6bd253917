package org.ecgdistill.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.intervals.Bootstrap;
import org.ecgdistill.evaluation.metrics.RankedScores;
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

/**
 * Area under the ROC curve, average precision, and 1,000 bootstrap resamples of the area, on 100,000 rows with continuous
 * scores, 10 % positive, each row its own subject.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EvaluationMetricsBench {

    private static final int ROWS = 100_000;

    private final double[] score = new double[ROWS];
    private final boolean[] positive = new boolean[ROWS];

    @Setup
    public void setUp() {
        var random = new Random(1);
        for (var row = 0; row < ROWS; row++) {
            positive[row] = random.nextDouble() < 0.1;
            score[row] = random.nextGaussian() + (positive[row] ? 1 : 0);
        }
    }

    @Benchmark
    public double auroc() {
        return RankedScores.of(score, positive).auroc().value();
    }

    @Benchmark
    public double averagePrecision() {
        return RankedScores.of(score, positive).averagePrecision().value();
    }

    @Benchmark
    public double[] bootstrapOfAuroc() {
        return new Bootstrap(ROWS, 1000, 7).auroc(score, positive, Bootstrap.eachRow(ROWS), Progress.NONE);
    }
}
