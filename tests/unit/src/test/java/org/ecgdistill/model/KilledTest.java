package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.testing.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves a whole model or none. */
class KilledTest {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    @Test
    void inMidTrainingThereIsNoModelYet() throws IOException, InterruptedException {
        var file = folder.resolve("model.zip");
        var child = Child.of(List.of(), Training.class, file.toString()).start();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            var line = lines.readLine();
            while (line != null && !line.startsWith("epoch 3")) {
                line = lines.readLine();
            }
            assertTrue(line != null, "the training has begun");
            kill(child);
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void inMidWritingTheModelIsTheOldOrTheNewOne() throws IOException, InterruptedException {
        var file = folder.resolve("model.zip");
        var random = new SplittableRandom(1);
        for (var time = 0; time < KILLS; time++) {
            var child = Child.of(List.of(), Writing.class, file.toString()).start();
            try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
                assertEquals("written", lines.readLine());
                Thread.sleep(random.nextInt(200));
                kill(child);
            }
            assertIsWhole(EcgModel.read(file));
        }
        try (var left = Files.list(folder)) {
            for (var other : left.filter(path -> !path.equals(file)).toList()) {
                assertIsWholeOrRefused(other);
            }
        }
    }

    /** What was being written when the process died; it may just have been finished. */
    private static void assertIsWholeOrRefused(Path file) throws IOException {
        EcgModel model;
        try {
            model = EcgModel.read(file);
        } catch (ModelException ex) {
            assertFalse(ex.getMessage().isBlank());
            return;
        }
        assertIsWhole(model);
    }

    private static void assertIsWhole(EcgModel model) {
        assertEquals(model(model.manifest().provenance().seed()), model, "all numbers are of one model");
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly();
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        assertFalse(child.exitValue() == 0, "it did not end of itself");
    }

    private static TrainedModel model(long seed) {
        var architecture = Architecture.of(Net1d.Form.small(1, 1));
        return model(architecture, Weights.random(architecture.network(), seed), seed);
    }

    private static TrainedModel model(Architecture architecture, Weights weights, long seed) {
        return new TrainedModel(
                new Manifest(
                        "killed",
                        architecture,
                        InputForm.exactly(List.of("II"), 360, 128, InputScaling.Z_SCORE),
                        "Class",
                        List.of("normal", "abnormal"),
                        Provenance.of("2026-01-01T00:00:00Z", Map.of()).withTraining(Map.of(), seed, List.of(), 1)),
                weights);
    }

    /** Writes one model after the other to one place until it is killed. */
    static final class Writing {

        public static void main(String[] arguments) throws IOException {
            for (var seed = 0L; ; seed++) {
                model(seed).write(Path.of(arguments[0]));
                if (seed == 0) {
                    System.out.println("written");
                }
            }
        }
    }

    /** Trains for as long as nobody kills it, and would then write its model. */
    static final class Training {

        public static void main(String[] arguments) {
            var random = new SplittableRandom(1);
            var signals = new float[64][128];
            var labels = new float[64][1];
            for (var row = 0; row < signals.length; row++) {
                labels[row][0] = row % 2;
                for (var i = 0; i < signals[row].length; i++) {
                    signals[row][i] = (float) random.nextGaussian();
                }
            }
            var examples = new Examples(1, signals, Map.of(Examples.LABEL, labels));
            var architecture = Architecture.of(Cnn1d.Form.standard(1, 1));
            var network = architecture.network();
            Progress aloud = (fraction, message) -> System.out.println(message);
            var trained = new Trainer(network, LabelLoss.plain(examples), Schedule.of(1_000_000, 64, 1e-3, 1))
                    .train(Weights.random(network, 1), examples, new Validation(examples, LabelScore::auroc), aloud);
            try {
                model(architecture, trained.weights(), 1).write(Path.of(arguments[0]));
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
    }
}
