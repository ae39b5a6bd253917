package org.ecgdistill.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.Distillation;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Objective;
import org.ecgdistill.distill.Pair;
import org.ecgdistill.distill.Student;
import org.ecgdistill.distill.Teacher;
import org.ecgdistill.distill.Teachers;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Schedule;
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
 * Seconds of a sweep over three temperatures and three weights in five folds: 45 attempts and six refits of the CNN-1D on
 * 1,000 windows, two epochs each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class SweepBench {

    private static final int ROWS = 1000;
    private static final int FOLDS = 5;

    private Examples examples;
    private Teachers teachers;

    @Setup
    public void setUp() {
        var random = new SplittableRandom(1);
        var signals = new float[ROWS][256];
        var labels = new float[ROWS][1];
        var logits = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            logits[row][0] = (float) (2 * labels[row][0] - 1 + random.nextGaussian());
            for (var i = 0; i < 256; i++) {
                signals[row][i] = (float) (Math.sin((0.05 + 0.05 * (row % 2)) * i) + random.nextGaussian());
            }
        }
        examples = new Examples(1, signals, Map.of(Examples.LABEL, labels));
        var design = new Design(
                IntStream.range(0, ROWS).mapToObj(row -> "c" + row % 2).toList(),
                Optional.empty(),
                IntStream.range(0, ROWS).map(row -> row % FOLDS).toArray(),
                5,
                1);
        teachers = Teachers.of(
                List.of(Teacher.crossValidated("teacher", List.of(logits, logits, logits, logits, logits))), design, 1);
    }

    @Benchmark
    public Distilled threeTimesThreeInFiveFolds() {
        return new Distillation(
                        new Student.Plain(Cnn1d.Form.standard(1, 1)),
                        new Goal(Objective.HINTON, LabelLoss.Weighting.PLAIN, LabelScore.AUROC, 0),
                        Pair.grid(List.of(1.0, 2.0, 4.0), List.of(0.1, 0.5, 0.9)),
                        Optional.of(Metric.AUROC),
                        Schedule.of(2, 64, 1e-3, 1),
                        Processor.CPU,
                        2)
                .run(teachers, examples, Progress.NONE);
    }
}
