package org.ecgdistill.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.model.pretrained.OnnxSource;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;
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

/** Seconds for 1,000 windows of ten seconds in OpenECG's rhythm network, from an ONNX file; loading it is included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class PretrainedBench {

    private static final int WINDOWS = 1000;

    @Param({"1", "2"})
    public int threads;

    private OnnxModel model;
    private float[][] inputs;

    @Setup
    public void prepare() throws IOException {
        model = OnnxSource.read(Recordings.path("models/openecg-rhythm.onnx"))
                .builder()
                .rate(500)
                .scaling(InputScaling.RANKS)
                .classes(List.of("sinus", "avb", "paced", "afib", "bbb", "ventricular"))
                .build();
        var random = new Random(1);
        inputs = new float[WINDOWS][];
        for (var row = 0; row < WINDOWS; row++) {
            var signal = random.doubles(model.manifest().input().samples()).toArray();
            inputs[row] = model.manifest().input().prepare("window", new double[][] {signal}, 500);
        }
    }

    @Benchmark
    public Inference.Result windows() {
        return model.run(inputs, Processor.CPU, threads, Progress.NONE);
    }
}
