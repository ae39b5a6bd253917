package org.ecgdistill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;
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

/**
 * Windows per second of the default students, for windows of 256 samples in batches of 64: training (Adam, cross-entropy
 * of one logit) and inference. With two threads, two folds are trained in parallel, as in the node.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class StudentBench {

    private static final int ROWS = 2048;
    private static final int SAMPLES = 256;
    private static final int BATCH = 64;

    @Param({"ResNet-1D", "CNN-1D"})
    private String student;

    private Network network;
    private Weights weights;
    private Examples examples;

    @Setup
    public void setUp() {
        network = student.equals("ResNet-1D")
                ? new ResNet1d(ResNet1d.Form.standard(1, 1))
                : new Cnn1d(Cnn1d.Form.standard(1, 1));
        weights = Weights.random(network, 1);
        var random = new SplittableRandom(1);
        var signals = new float[ROWS][SAMPLES];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            var phase = 6 * random.nextDouble();
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] =
                        (float) (Math.sin((0.05 + 0.05 * (row % 2)) * i + phase) + 0.8 * random.nextGaussian());
            }
        }
        examples = new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained train() {
        return train(Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(2 * ROWS)
    public List<Trained> trainTwoFoldsSideBySide() {
        var jobs = new ArrayList<Crew.Job<Trained>>();
        for (var fold = 0; fold < 2; fold++) {
            jobs.add(new Crew.Job<>("", this::train));
        }
        return Crew.run(jobs, 2, Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Inference.Result infer() {
        return infer(1);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Inference.Result inferInTwoThreads() {
        return infer(2);
    }

    private Trained train(Progress progress) {
        return new Trainer(network, LabelLoss.plain(examples), Schedule.of(1, BATCH, 1e-3, 1))
                .train(weights, examples, Validation.NONE, progress);
    }

    private Inference.Result infer(int threads) {
        return Inference.run(network, weights, 1, examples.signals(), Processor.CPU, threads, Progress.NONE);
    }
}
