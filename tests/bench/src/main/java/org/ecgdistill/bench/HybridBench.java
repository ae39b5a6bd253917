package org.ecgdistill.bench;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.CircuitTraining;
import org.ecgdistill.hybrid.EncodedNetwork;
import org.ecgdistill.hybrid.GradientKind;
import org.ecgdistill.hybrid.Initialisation;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.hybrid.Scaling;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per beat of 256 samples and epoch, for each stage of the training of quantum students. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class HybridBench {

    private static final int ROWS = 2048;
    private static final int SAMPLES = 256;
    private static final Autoencoder.Form ENCODER = Autoencoder.Form.standard(1, SAMPLES, 6);
    private static final CircuitHead.Form HEAD =
            new CircuitHead.Form(CircuitDesign.paper(), Scaling.PI_TANH, Readout.LINEAR, 1, QuantumDevice.EXACT);

    private final Schedule epoch = Schedule.of(1, 64, 1e-3, 1);
    private Examples rows;
    private Weights encoded;
    private Network attention;
    private Weights attending;
    private int seed;

    @Setup
    public void setUp() {
        var random = new SplittableRandom(1);
        var signals = new float[ROWS][SAMPLES];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] = (float) random.nextGaussian();
            }
        }
        rows = new Examples(1, signals, Map.of(Examples.LABEL, labels));
        encoded = Weights.random(new EncodedNetwork.Vqc(ENCODER, HEAD).network(), 1);
        attention = new QuantumAttention.Form(
                        1, SAMPLES, 1, new QuantumAttention.Size(16, 4, 1, 1, "pairwise"), QuantumDevice.EXACT)
                .network();
        attending = Weights.random(attention, 1);
    }

    /** Includes computing the latent values of all rows once. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Weights autoencoder() {
        var stages = stages(false, new Pretraining(ENCODER, epoch, Processor.CPU));
        return stages.start(rows, seed++, Progress.NONE);
    }

    /** Includes computing the latent values of all rows once. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained circuitAlone() {
        return learn(stages(false, new Pretraining(ENCODER, epoch, Processor.CPU)), encoded);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained circuitAndEncoder() {
        return learn(stages(true, new Pretraining(ENCODER, epoch, Processor.CPU)), encoded);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Trained quantumAttention() {
        return Lesson.of(LabelLoss.plain(rows), epoch)
                .trainer(attention)
                .train(attending, rows, Validation.NONE, Progress.NONE);
    }

    private Trained learn(TwoStages stages, Weights start) {
        return stages.train(Lesson.of(LabelLoss.plain(rows), epoch), start, rows, Validation.NONE, Progress.NONE);
    }

    private static TwoStages stages(boolean together, Pretraining pretraining) {
        return new TwoStages(
                pretraining,
                new EncodedNetwork.Vqc(ENCODER, HEAD),
                new CircuitTraining(Initialisation.SMALL, GradientKind.ADJOINT),
                new TwoStages.Plan(together, 1, Optional.empty(), 1));
    }
}
