package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.founder.FounderCheckpoint;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trainer;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FounderTrainingTest {

    private static final int ROWS = 60;
    private static final Net1d.Form FORM =
            new Net1d.Form(1, 8, List.of(8, 12), List.of(1, 1), 16, 4, 1, false, 0).withBottleneck(3);
    private static final Map<String, Tensor> CHECKPOINT =
            Weights.random(new Net1d(FORM), 77).tensors();

    /** Kept features and a head of their own lead to the same numbers as the whole network with all else frozen. */
    @Test
    void theHeadAloneLearnsWhatAFrozenNetworkLearns() {
        var network = new Net1d(FORM);
        var start = Weights.fit(network, CHECKPOINT, Head::owns, 5).weights();
        var schedule = new Schedule(5, 16, 1e-2, RateCurve.COSINE, 1e-5, false, 0, 0, 9, Map.of());
        var examples = examples();
        var frozen = new Lesson(
                        LabelLoss.plain(examples), schedule, NetworkPart.HEAD, Processor.CPU, Trainer.Labour.ONE_THREAD)
                .trainer(network)
                .train(start, examples, Validation.NONE, Progress.NONE);
        var trunk = network.trunk();
        var features = Inference.run(trunk, start.of(trunk), 1, examples.signals(), Progress.NONE)
                .features();
        var head = new Head(FORM.head());
        var alone = new Trainer(head, LabelLoss.plain(examples), schedule)
                .train(start.of(head), new Examples(1, features, examples.targets()), Validation.NONE, Progress.NONE);
        for (var slot : head.slots()) {
            assertArrayEquals(
                    frozen.weights().tensors().get(slot.name()).values(),
                    alone.weights().tensors().get(slot.name()).values(),
                    1e-4f,
                    slot.name());
        }
        for (var epoch = 0; epoch < 5; epoch++) {
            assertEquals(frozen.log().get(epoch).loss(), alone.log().get(epoch).loss(), 1e-5, "epoch " + epoch);
        }
    }

    @Test
    void headOnlyKeepsTheCheckpointAndGivesAWholeModel() {
        var result = run(true, CHECKPOINT, 1);
        var network = new Net1d(FORM);
        var weights = result.whole().weights();
        for (var slot : network.slots()) {
            var same = weights.tensors().get(slot.name()).equals(CHECKPOINT.get(slot.name()));
            assertEquals(!Head.owns(slot.name()), same, slot.name());
        }
        var examples = examples();
        var again = Inference.run(network, weights, 1, examples.signals(), Progress.NONE);
        for (var row = 0; row < ROWS; row++) {
            assertArrayEquals(result.wholeResult().outputs()[row], again.outputs()[row], 1e-5f);
            assertArrayEquals(result.wholeResult().features()[row], again.features()[row], 1e-5f);
            assertEquals(3, again.features()[row].length);
        }
        assertTrue(auroc(result) > 0.9, "two frequencies are easily told apart even by random features");
    }

    @Test
    void allLayersLearnTheSameBitsHoweverManyThreads() {
        var one = run(false, CHECKPOINT, 1);
        var four = run(false, CHECKPOINT, 4);
        assertEquals(one.whole().weights(), four.whole().weights());
        for (var row = 0; row < ROWS; row++) {
            assertArrayEquals(one.logits(row), four.logits(row));
        }
        for (var slot : new Net1d(FORM).slots()) {
            assertTrue(
                    !one.whole().weights().tensors().get(slot.name()).equals(CHECKPOINT.get(slot.name())), slot.name());
        }
        assertEquals(
                new Head(FORM.head()).slots().size(),
                one.folds().get(0).weights().tensors().size());
    }

    @Test
    void aCheckpointTellsItsSize() {
        var checkpoint = new FounderCheckpoint(CHECKPOINT, Optional.empty());
        assertEquals(FORM.withBottleneck(0), checkpoint.form(1, 1));
        var twelve = new FounderCheckpoint(
                Weights.random(new Net1d(Net1d.Form.small(12, 5)), 1).tensors(), Optional.empty());
        assertEquals(Net1d.Form.small(12, 1), twelve.form(12, 1));
        assertSentence("are for recordings of 12 lead(s), but these have 1", () -> twelve.form(1, 1));
        assertSentence("these are not ECGFounder's weights", () -> new FounderCheckpoint(Map.of(), Optional.empty())
                .form(1, 1));
        var broken = new HashMap<>(CHECKPOINT);
        broken.remove("stage_list.1.block_list.0.se_fc1.bias");
        assertSentence("lacks \"stage_list.1.block_list.0.se_fc1.bias\"", () -> run(true, broken, 1));
        broken.put("stage_list.1.block_list.0.se_fc1.bias", new Tensor(new float[2], new long[] {2}));
        assertSentence("has the shape [2]", () -> run(true, broken, 1));
    }

    @Test
    @Tag("fixtures")
    void fixturesTellTheirSize() {
        for (var file : Shared.files(Shared.fixtures("net1d"), "net1d_tiny", ".pth")) {
            if (!file.toString().contains("legacy")) {
                var checkpoint = FounderCheckpoint.read(file, Progress.NONE);
                var leads = file.toString().contains("12lead") ? 12 : 1;
                assertEquals(
                        new Net1d.Form(leads, 8, List.of(8, 12, 12), List.of(2, 2, 1), 16, 4, 2, false, 0),
                        checkpoint.form(leads, 2));
                assertTrue(checkpoint.warning().orElseThrow().contains("SHA-256"));
            }
        }
    }

    private static CrossValidated run(boolean headOnly, Map<String, Tensor> checkpoint, int threads) {
        var labels =
                IntStream.range(0, ROWS).mapToObj(i -> i % 2 == 0 ? "a" : "b").toList();
        var folds = IntStream.range(0, ROWS).map(i -> i / 2 % 3).toArray();
        return new FounderTraining(
                        new Student.Founder(FORM, Optional.of(checkpoint), false),
                        headOnly,
                        Goal.labels(LabelLoss.Weighting.BALANCED, LabelScore.AUROC),
                        Schedule.of(headOnly ? 30 : 2, 16, headOnly ? 2e-2 : 1e-3, 3),
                        Processor.CPU,
                        threads)
                .run(new Design(labels, Optional.empty(), folds, 3, 1), examples(), Progress.NONE);
    }

    private static double auroc(CrossValidated result) {
        var outputs = new float[ROWS][];
        for (var row = 0; row < ROWS; row++) {
            outputs[row] = result.logits(row);
        }
        return LabelScore.auroc(outputs, examples());
    }

    private static Examples examples() {
        var random = new SplittableRandom(4);
        var signals = new float[ROWS][96];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < 96; i++) {
                signals[row][i] = (float) (Math.sin((0.1 + 0.4 * (row % 2)) * i) + 0.2 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
