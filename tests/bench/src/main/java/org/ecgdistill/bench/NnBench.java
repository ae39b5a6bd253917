package org.ecgdistill.bench;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Lesson;
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

/** Milliseconds per record: ECGFounder's network on ten seconds, the small one on a beat, and the head alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class NnBench {

    /** Six steps, so that the work done once per training has little weight. */
    private static final int ROWS = 48;

    @Param({"ECGFounder", "small", "tiny"})
    private String size;

    private Network network;
    private Weights weights;
    private Examples examples;
    private Head head;
    private Examples features;

    @Setup
    public void setUp() {
        var isFull = size.equals("ECGFounder");
        var form = isFull
                ? Net1d.Form.founder(1, 1)
                : size.equals("small") ? Net1d.Form.small(1, 1) : Net1d.Form.tiny(1, 1);
        network = new Net1d(form);
        weights = Weights.random(network, 1);
        examples = examples(isFull ? 5000 : 256);
        head = new Head(form.head());
        features = examples(form.head().features());
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Inference.Result forwardInTwoThreads() {
        return Inference.run(network, weights, 1, examples.signals(), Processor.CPU, 2, Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Inference.Result forwardInOneThread() {
        return Inference.run(network, weights, 1, examples.signals(), Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained stepInBatchesOfEight() {
        return train(network, weights, examples, Trainer.Labour.ONE_THREAD);
    }

    /** As for a model that is trained alone on the machine; only the largest network divides its batches. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained stepInBatchesOfEightInTwoThreads() {
        return train(network, weights, examples, Trainer.Labour.shared(2));
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained headStepOnKeptFeatures() {
        return train(head, Weights.random(head, 1), features, Trainer.Labour.ONE_THREAD);
    }

    private static Trained train(Network network, Weights weights, Examples examples, Trainer.Labour labour) {
        return new Lesson(LabelLoss.plain(examples), Schedule.of(1, 8, 1e-4, 1), NetworkPart.ALL, Processor.CPU, labour)
                .trainer(network)
                .train(weights, examples, Validation.NONE, Progress.NONE);
    }

    private static Examples examples(int samples) {
        var random = new SplittableRandom(1);
        var signals = new float[ROWS][samples];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < samples; i++) {
                signals[row][i] = (float) random.nextGaussian();
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }
}
