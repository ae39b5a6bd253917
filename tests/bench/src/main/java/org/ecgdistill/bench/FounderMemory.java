package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;

/**
 * The maximum memory of ECGFounder's network for ten-second records of twelve leads in batches of eight. The whole
 * process is measured, including Java, as reported by Linux. Start a new process for each figure: {@code FounderMemory
 * forward|train THREADS}.
 */
public final class FounderMemory {

    private static final int LEADS = 12;
    private static final int ROWS = 32;
    private static final int SAMPLES = 5000;

    private FounderMemory() {}

    public static void main(String[] arguments) throws IOException {
        var threads = Integer.parseInt(arguments[1]);
        var network = new Net1d(Net1d.Form.founder(LEADS, 1));
        var weights = Weights.random(network, 1);
        var examples = examples();
        if (arguments[0].equals("forward")) {
            Inference.run(network, weights, LEADS, examples.signals(), Processor.CPU, threads, Progress.NONE);
        } else {
            new Lesson(
                            LabelLoss.plain(examples),
                            Schedule.of(2, 8, 1e-4, 1),
                            NetworkPart.ALL,
                            Processor.CPU,
                            threads == 1 ? Trainer.Labour.ONE_THREAD : Trainer.Labour.shared(threads))
                    .trainer(network)
                    .train(weights, examples, Validation.NONE, Progress.NONE);
        }
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                System.out.println(arguments[0] + ", " + threads + " thread(s): " + line);
            }
        }
    }

    private static Examples examples() {
        var random = new SplittableRandom(1);
        var signals = new float[ROWS][LEADS * SAMPLES];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < signals[row].length; i++) {
                signals[row][i] = (float) random.nextGaussian();
            }
        }
        return new Examples(LEADS, signals, Map.of(Examples.LABEL, labels));
    }
}
