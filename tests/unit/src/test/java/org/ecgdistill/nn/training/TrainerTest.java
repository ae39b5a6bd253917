package org.ecgdistill.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.junit.jupiter.api.Test;

class TrainerTest {

    /** Cross-entropy of one logit, in the form that does not overflow. */
    private static final Loss CROSS_ENTROPY = (pass, batch) -> {
        var logit = pass.output();
        var tail = logit.abs().neg().exp().add(1).log();
        return logit.maximum(0)
                .sub(logit.mul(batch.target(Examples.LABEL)))
                .add(tail)
                .mean();
    };

    private static final Network CNN = new Cnn1d(Cnn1d.Form.standard(1, 1));

    @Test
    void learnsToTellTwoFrequenciesApart() {
        var trained = train(Schedule.of(4, 32, 3e-3, 1), sines(256, 1), sines(128, 2));
        var last = trained.log().get(trained.log().size() - 1);
        assertTrue(last.validationLoss() < 0.2, () -> "loss of chance is 0.69: " + trained.log());
    }

    @Test
    void keepsTheBestEpoch() {
        var trained = train(
                new Schedule(6, 32, 3e-2, RateCurve.COSINE, 1e-4, true, 1, 0, 1, Map.of()), sines(96, 1), sines(96, 2));
        var best =
                trained.log().stream().mapToDouble(Epoch::validationLoss).min().orElseThrow();
        assertEquals(best, trained.log().get(trained.best() - 1).validationLoss());
    }

    @Test
    void stopsWhereNothingImproves() {
        var score = new double[] {0.9, 0.8, 0.7, 0.95, 0.1};
        var calls = new int[1];
        var validation = new Validation(sines(32, 2), (outputs, rows) -> score[calls[0]++]);
        var trained = new Trainer(
                        CNN, CROSS_ENTROPY, new Schedule(5, 32, 1e-3, RateCurve.STEP, 0, false, 0, 2, 1, Map.of()))
                .train(Weights.random(CNN, 1), sines(64, 1), validation, Progress.NONE);
        assertEquals(3, trained.log().size());
        assertEquals(1, trained.best());
    }

    /** However many run at once: the same seed gives the same bits. */
    @Test
    void givesTheSameBitsAloneAndBesideOthers() throws Exception {
        var examples = sines(96, 1);
        var alone = train(Schedule.of(2, 32, 1e-3, 5), examples, null).weights();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var others = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> train(Schedule.of(2, 32, 1e-3, i == 0 ? 6 : 5), examples, null)
                            .weights()))
                    .toList();
            assertNotEquals(alone, others.get(0).get(), "another seed gives other numbers");
            for (var other : others.subList(1, 4)) {
                assertEquals(alone, other.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Eleven rows in batches of ten: a last batch of one row would have no variance. */
    @Test
    void hasNoLastBatchOfOneRow() {
        var trained = train(Schedule.of(1, 10, 1e-3, 1), sines(11, 1), null);
        assertTrue(Double.isFinite(trained.log().get(0).loss()));
    }

    /** A network above the size from which a model that is alone divides its batches. */
    @Test
    void batchesInPartsGiveTheSameBitsHoweverManyThreads() {
        var large = new Net1d(new Net1d.Form(1, 16, List.of(1024, 1024), List.of(1, 1), 16, 16, 1, false, 0));
        var one = inLargeBatches(large, Trainer.Labour.shared(1));
        var three = inLargeBatches(large, Trainer.Labour.shared(3));
        assertEquals(one.weights(), three.weights());
        var whole = inLargeBatches(large, Trainer.Labour.ONE_THREAD);
        assertEquals(whole.log().get(0).loss(), one.log().get(0).loss(), 1e-5);
        for (var slot : large.slots()) {
            assertArrayEquals(
                    whole.weights().tensors().get(slot.name()).values(),
                    one.weights().tensors().get(slot.name()).values(),
                    1e-4f,
                    slot.name());
        }
    }

    private static Trained inLargeBatches(Net1d network, Trainer.Labour labour) {
        return new Lesson(CROSS_ENTROPY, Schedule.of(1, 11, 1e-5, 1), NetworkPart.ALL, Processor.CPU, labour)
                .trainer(network)
                .train(Weights.random(network, 1), sines(11, 1), Validation.NONE, Progress.NONE);
    }

    @Test
    void leavesFrozenArraysAsTheyAre() {
        var start = Weights.random(CNN, 1);
        var trained = new Lesson(
                        CROSS_ENTROPY,
                        Schedule.of(1, 32, 1e-2, 1),
                        NetworkPart.HEAD,
                        Processor.CPU,
                        Trainer.Labour.ONE_THREAD)
                .trainer(CNN)
                .train(start, sines(64, 1), Validation.NONE, Progress.NONE);
        for (var slot : CNN.slots()) {
            var before = start.tensors().get(slot.name());
            var after = trained.weights().tensors().get(slot.name());
            if (slot.name().startsWith("dense") || !slot.isTrained()) {
                assertNotEquals(before, after, slot.name());
            } else {
                assertEquals(before, after, slot.name());
            }
        }
    }

    @Test
    void stopsWithinAStepWhenCancelled() {
        var steps = new int[1];
        assertThrows(CancellationException.class, () -> new Trainer(CNN, CROSS_ENTROPY, Schedule.of(100, 32, 1e-3, 1))
                .train(Weights.random(CNN, 1), sines(64, 1), Validation.NONE, (fraction, message) -> {
                    if (++steps[0] == 3) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(3, steps[0]);
    }

    @Test
    void saysWhatIsWrong() {
        assertSentence("no rows", () -> new Examples(1, new float[0][], Map.of()));
        assertSentence("one length", () -> new Examples(1, new float[][] {{1, 2}, {1}}, Map.of()));
        assertSentence("can't be divided into 2", () -> new Examples(2, new float[][] {{1, 2, 3}}, Map.of()));
        assertSentence("learning rate must be above 0", () -> Schedule.of(1, 1, 0, 1));
        var infinite = new Examples(
                1,
                new float[][] {{Float.POSITIVE_INFINITY, 0, 0, 0}, {1, 2, 3, 4}},
                Map.of(Examples.LABEL, new float[][] {{0}, {1}}));
        assertSentence("Training broke down", () -> train(Schedule.of(1, 2, 1e-3, 1), infinite, null));
    }

    private static Trained train(Schedule schedule, Examples examples, Examples validation) {
        return new Trainer(CNN, CROSS_ENTROPY, schedule)
                .train(
                        Weights.random(CNN, 1),
                        examples,
                        validation == null ? Validation.NONE : new Validation(validation, LabelScore.LOSS),
                        Progress.NONE);
    }

    /** Noisy sines of two frequencies in turn, the phase at random. */
    private static Examples sines(int rows, long seed) {
        var random = new SplittableRandom(seed);
        var signals = new float[rows][128];
        var labels = new float[rows][1];
        for (var row = 0; row < rows; row++) {
            labels[row][0] = row % 2;
            var frequency = 0.1 + 0.2 * labels[row][0];
            var phase = random.nextDouble(2 * Math.PI);
            for (var i = 0; i < signals[row].length; i++) {
                signals[row][i] = (float) (Math.sin(frequency * i + phase) + 0.5 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
