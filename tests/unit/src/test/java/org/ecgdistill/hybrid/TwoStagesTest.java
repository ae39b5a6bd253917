package org.ecgdistill.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.Distillation;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Student;
import org.ecgdistill.distill.Teachers;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;
import org.ecgdistill.quantum.design.AnsatzKind;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.design.CircuitDesign.Encoding;
import org.ecgdistill.quantum.design.CircuitDesign.TrainedPart;
import org.ecgdistill.quantum.design.FeatureMapKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoStagesTest {

    private static final int ROWS = 240;
    private static final int SAMPLES = 40;
    private static final Autoencoder.Form ENCODER = new Autoencoder.Form(1, SAMPLES, 3, List.of(4, 8), 5);
    private static final CircuitHead.Form HEAD = new CircuitHead.Form(
            new CircuitDesign(
                    3,
                    new Encoding(FeatureMapKind.ZZ, 1, "linear", List.of()),
                    new TrainedPart(AnsatzKind.EFFICIENT_SU2, 1, "linear"),
                    1),
            Scaling.MIN_MAX,
            Readout.LINEAR,
            1,
            QuantumDevice.EXACT);
    private static final EncodedNetwork.Vqc VQC = new EncodedNetwork.Vqc(ENCODER, HEAD);
    private static final EncodedNetwork.Twin TWIN = EncodedNetwork.Twin.of(VQC);
    private static final CircuitTraining CIRCUIT = new CircuitTraining(Initialisation.SMALL, GradientKind.ADJOINT);

    private final Examples rows = rows();
    private final Pretraining pretraining = new Pretraining(ENCODER, schedule(6, 3e-3), Processor.CPU);

    @Test
    void theAutoencoderLearnsToReconstruct() {
        var log = pretraining.autoencoder(rows, 5, Progress.NONE).log();
        var first = log.get(0).validationLoss();
        var last = log.get(log.size() - 1).validationLoss();
        assertTrue(last < 0.7 * first, () -> first + " became " + last);
        // The signals have a variance of about 0.6: who always says 0 is wrong by that much.
        assertTrue(last < 0.4, () -> "error " + last);
    }

    @Test
    void circuitAndTwinShareAnAutoencoder() {
        var quantum = stages(VQC, false, Optional.empty()).start(rows, 3, Progress.NONE);
        var classical = stages(TWIN, false, Optional.empty()).start(rows, 3, Progress.NONE);
        assertSame(
                quantum.tensors().get("latent.weight").values(),
                classical.tensors().get("latent.weight").values());
        assertNotNull(quantum.tensors().get("circuit.angles"));
        assertNull(classical.tensors().get("circuit.angles"));
    }

    /** On latent numbers of the same weights the whole network must say what the head has learnt to say. */
    @Test
    void aFrozenEncoderStaysAndTheWholeNetworkSaysTheSame() {
        var stages = stages(VQC, false, Optional.empty());
        var start = stages.start(rows, 3, Progress.NONE);
        var trained = learn(stages, start, schedule(8, 0.01));
        for (var name : start.tensors().keySet()) {
            var changes = name.startsWith("circuit.") || name.startsWith("dense.");
            assertEquals(
                    changes,
                    !Arrays.equals(
                            start.tensors().get(name).values(),
                            trained.weights().tensors().get(name).values()),
                    name);
        }
        assertTrue(auroc(trained.weights()) > 0.9, () -> "AUROC " + auroc(trained.weights()));
        assertEquals(trained.log().get(trained.best() - 1).score(), auroc(trained.weights()), 1e-6);
    }

    @Test
    void encoderAndCircuitLearnTogetherEachAtItsOwnRate() {
        var fast = stages(VQC, true, Optional.empty());
        var start = fast.start(rows, 3, Progress.NONE);
        var together = learn(fast, start, schedule(4, 0.007));
        var still = new TwoStages(pretraining, VQC, CIRCUIT, new TwoStages.Plan(true, 1e9, Optional.empty(), 1));
        var slow = learn(still, start, schedule(4, 2e-11));
        assertTrue(auroc(together.weights()) > 0.95, () -> "AUROC " + auroc(together.weights()));
        assertTrue(distance(start, together.weights(), "down1.weight") > 1e-2);
        assertTrue(distance(start, slow.weights(), "down1.weight") < 1e-6);
        assertTrue(distance(start, slow.weights(), "circuit.angles") > 1e-2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aScoreOfOneInEveryEpochKeepsTheEpochOfLeastLoss(boolean together) {
        var stages = stages(VQC, together, Optional.empty());
        var perfect = new Validation(rows, (outputs, examples) -> 1);
        var trained = stages.train(
                lesson(schedule(4, 0.02)), stages.start(rows, 3, Progress.NONE), rows, perfect, Progress.NONE);
        var losses = trained.log().stream().map(Epoch::validationLoss).toList();
        assertEquals(losses.indexOf(Collections.min(losses)) + 1, trained.best(), losses::toString);
        assertNotEquals(1, trained.best(), "the loss falls at first");
        assertEquals(Reason.Rule.AMONG_EQUALS, trained.reason().rule());
    }

    @Test
    void anOptimiserThatLearnsFromAllRowsHasOneEpoch() {
        var stages = stages(VQC, false, Optional.of(CircuitOptimiser.SPSA), 4);
        var trained = learn(stages, stages.start(rows, 3, Progress.NONE), schedule(1, 0.01));
        assertEquals(1, trained.best());
        assertEquals(Reason.Rule.ONLY, trained.reason().rule());
        assertEquals(trained.log().get(0).score(), auroc(trained.weights()), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(CircuitOptimiser.class)
    void everyOptimiserMakesTheLossSmaller(CircuitOptimiser optimiser) {
        for (var form : List.<EncodedForm>of(VQC, TWIN)) {
            var stages = stages(form, false, Optional.of(optimiser));
            var start = stages.start(rows, 3, Progress.NONE);
            var one = stages(form, false, Optional.of(optimiser), 1);
            var before = learn(one, start, schedule(1, 0.01)).log().get(0).loss();
            var trained = learn(stages, start, schedule(1, 0.01));
            assertTrue(
                    trained.log().get(0).loss() < 0.95 * before,
                    () -> before + " became " + trained.log().get(0).loss());
        }
    }

    @Test
    void moreLatentNumbersThanTheCircuitTakesAreRefused() {
        var wide = new Autoencoder.Form(1, SAMPLES, 5, List.of(4), 3);
        var refusal = assertThrows(NetworkException.class, () -> new EncodedNetwork.Vqc(wide, HEAD).network());
        assertTrue(
                refusal.getMessage().contains("5 latent numbers, but the circuit on 3 qubits takes 3"),
                refusal::getMessage);
    }

    @Test
    void onlyAdamTrainsBothTogether() {
        var refusal = assertThrows(
                NetworkException.class, () -> new TwoStages.Plan(true, 1, Optional.of(CircuitOptimiser.BOBYQA), 10));
        assertTrue(refusal.getMessage().contains("choose Adam"), refusal::getMessage);
    }

    /** Latent numbers far from 0 would all become the same angle. */
    @Test
    void latentNumbersAreBroughtToWhereTheCircuitTellsThemApart() {
        var shift = Shift.toStandard(new float[][] {{-4, 1}, {-6, 1}});
        assertArrayEquals(new float[] {-5, 1}, shift.centre());
        assertArrayEquals(new float[] {1, 1}, shift.spread(), "what does not vary is not divided by 0");
        var range = Shift.toRange(new float[][] {{-4, 1}, {-6, 3}});
        assertArrayEquals(new float[] {-6, 1}, range.centre());
        assertArrayEquals(new float[] {2, 2}, range.spread());
    }

    @Test
    void crossValidatedModelsSpeakOnAnotherDevice() {
        var models = crossValidated(2);
        assertArrayEquals(outputs(models), outputs(crossValidated(1)), "whatever the number of threads");
        var same = DeviceEvaluation.of(models, VQC.network(), rows, Processor.CPU, 2, Progress.NONE);
        assertArrayEquals(outputs(models), outputs(same), 1e-5f);
        var shots =
                new QuantumDevice(QuantumDevice.Kind.STATE_VECTOR, HEAD.device().noise(), 200, 3);
        var network = new EncodedNetwork.Vqc(ENCODER, HEAD.on(shots)).network();
        var measured = DeviceEvaluation.of(models, network, rows, Processor.CPU, 2, Progress.NONE);
        var again = DeviceEvaluation.of(models, network, rows, Processor.CPU, 1, Progress.NONE);
        assertArrayEquals(outputs(measured), outputs(again), "shots come from a seed");
        assertFalse(Arrays.equals(outputs(models), outputs(measured)));
        assertNull(measured.foldResults().get(0).outputs()[row(models, 1)], "a row of another fold is not asked for");
    }

    @Test
    void cancelStopsEitherStage() {
        var stages = stages(VQC, true, Optional.empty());
        for (var wanted : List.of("autoencoder, epoch 2", "epoch 2")) {
            var seen = new boolean[1];
            Progress impatient = (fraction, message) -> {
                if (message.startsWith(wanted)) {
                    seen[0] = true;
                    throw new CancellationException(message);
                }
            };
            assertThrows(CancellationException.class, () -> {
                var start = stages.start(rows, 77, impatient);
                stages.train(lesson(schedule(3, 0.01)), start, rows, Validation.NONE, impatient);
            });
            assertTrue(seen[0]);
        }
    }

    private int row(CrossValidated models, int fold) {
        return IntStream.range(0, ROWS)
                .filter(row -> models.foldOfRow()[row] == fold)
                .findFirst()
                .orElseThrow();
    }

    private float[] outputs(CrossValidated models) {
        var outputs = new float[ROWS];
        for (var row = 0; row < ROWS; row++) {
            outputs[row] = models.logits(row)[0];
        }
        return outputs;
    }

    private CrossValidated crossValidated(int threads) {
        var labels = Arrays.stream(rows.targets().get(Examples.LABEL))
                .map(label -> label[0] > 0.5 ? "b" : "a")
                .toList();
        var folds = IntStream.range(0, ROWS).map(row -> row / 2 % 3).toArray();
        var design = new Design(labels, Optional.empty(), folds, 4, 1);
        var stages = new TwoStages(
                new Pretraining(ENCODER, schedule(2, 3e-3), Processor.CPU),
                VQC,
                CIRCUIT,
                new TwoStages.Plan(false, 1, Optional.empty(), 1));
        return new Distillation(
                        new Student.Staged(stages),
                        Goal.labels(LabelLoss.Weighting.PLAIN, LabelScore.AUROC),
                        schedule(2, 0.02),
                        Processor.CPU,
                        threads)
                .run(Teachers.none(design), rows, Progress.NONE)
                .models();
    }

    private Trained learn(TwoStages stages, Weights start, Schedule schedule) {
        return stages.train(lesson(schedule), start, rows, new Validation(rows, LabelScore::auroc), Progress.NONE);
    }

    private Lesson lesson(Schedule schedule) {
        return Lesson.of(LabelLoss.plain(rows), schedule);
    }

    private double auroc(Weights weights) {
        var outputs = Inference.run(VQC.network(), weights, 1, rows.signals(), Progress.NONE)
                .outputs();
        return LabelScore.auroc(outputs, rows);
    }

    private static double distance(Weights before, Weights after, String name) {
        var a = before.tensors().get(name).values();
        var b = after.tensors().get(name).values();
        assertNotEquals(0, a.length);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }

    private TwoStages stages(EncodedForm form, boolean together, Optional<CircuitOptimiser> optimiser) {
        return stages(form, together, optimiser, 400);
    }

    private TwoStages stages(
            EncodedForm form, boolean together, Optional<CircuitOptimiser> optimiser, int evaluations) {
        return new TwoStages(pretraining, form, CIRCUIT, new TwoStages.Plan(together, 3, optimiser, evaluations));
    }

    private static Schedule schedule(int epochs, double rate) {
        return new Schedule(epochs, 16, rate, RateCurve.CONSTANT, 0, false, 0, 0, 9, Map.of());
    }

    /** Slow waves and quick ones, of any phase, with noise. */
    private static Examples rows() {
        var random = new SplittableRandom(4);
        var signals = new float[ROWS][SAMPLES];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            var phase = random.nextDouble(-0.7, 0.7);
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] =
                        (float) (Math.sin((0.2 + 0.25 * labels[row][0]) * i + phase) + 0.3 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }
}
