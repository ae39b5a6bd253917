package org.ecgdistill.nn.training;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Weights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a training takes from the machine it gives back. */
class MemoryTest {

    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final int PAGE = 4096;

    @Test
    void aFewTrainingsLeaveNothing() throws IOException {
        // A run takes about 25 MB while it lasts: a dozen that gave nothing back would be twice the bound.
        check(4, 12, 150);
    }

    @Test
    @Tag("slow")
    void twoHundredTrainingsLeaveNothing() throws IOException {
        // Java's own heap comes to lie in memory page by page, which counts here too. One batch left behind by each run
        // would be some 2,000 MB.
        check(20, 200, 150);
    }

    private static void check(int warm, int runs, int megabytes) throws IOException {
        assumeTrue(Files.exists(STATUS), "skipped: only Linux says how much memory a process has");
        for (var run = 0; run < warm; run++) {
            train(run);
        }
        var before = resident();
        for (var run = 0; run < runs; run++) {
            train(run);
        }
        var grown = (resident() - before) >> 20;
        assertTrue(grown < megabytes, () -> runs + " trainings left " + grown + " MB behind");
    }

    private static void train(long seed) {
        var random = new SplittableRandom(seed);
        var signals = new float[512][1024];
        var labels = new float[512][1];
        for (var row = 0; row < signals.length; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < signals[row].length; i++) {
                signals[row][i] = (float) random.nextGaussian();
            }
        }
        var network = new Cnn1d(Cnn1d.Form.standard(1, 1));
        var examples = new Examples(1, signals, Map.of(Examples.LABEL, labels));
        new Trainer(network, LabelLoss.plain(examples), Schedule.of(1, 64, 1e-3, seed))
                .train(
                        Weights.random(network, seed),
                        examples,
                        new Validation(examples, LabelScore::auroc),
                        Progress.NONE);
    }

    /** The memory that the process really takes, less what Java has taken for its own objects. */
    private static long resident() throws IOException {
        System.gc();
        var java = ManagementFactory.getMemoryMXBean();
        return Long.parseLong(Files.readString(STATUS).split(" ")[1]) * PAGE
                - java.getHeapMemoryUsage().getCommitted()
                - java.getNonHeapMemoryUsage().getCommitted();
    }
}
