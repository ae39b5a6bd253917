package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.ExplainedException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.TrainingTask.Output;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.CircuitOptimiser;
import org.ecgdistill.hybrid.CircuitTraining;
import org.ecgdistill.hybrid.EncodedForm;
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
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss.Weighting;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that was written down and read gives the same bits as the one that was not. */
class TrainingTaskTest {

    private static final int ROWS = 90;
    private static final int FOLDS = 3;
    private static final int SAMPLES = 64;
    private static final Schedule SCHEDULE = new Schedule(
                    3, 16, 1e-2, RateCurve.COSINE, 1e-5, true, 0.5, 2, 1, Map.of())
            .withFactors(Map.of("dense.", 2.0));
    private static final Net1d.Form FOUNDER =
            new Net1d.Form(1, 8, List.of(8, 12), List.of(1, 1), 16, 4, 1, false, 0).withBottleneck(3);
    private static final Cnn1d.Form CNN = new Cnn1d.Form(1, 1, List.of(8, 16), 5, 8, 0.3);
    private static final CircuitTraining CIRCUIT = new CircuitTraining(Initialisation.SMALL, GradientKind.ADJOINT);

    @TempDir
    private Path folder;

    @Test
    void ofATeacherInEveryFold() throws IOException {
        var checkpoint = Weights.random(new Net1d(FOUNDER), 77).tensors();
        for (var start : List.of(Optional.of(checkpoint), Optional.<Map<String, Tensor>>empty())) {
            var plan = new Distillation(
                    new Student.Founder(FOUNDER, start, true),
                    Goal.labels(Weighting.BALANCED, LabelScore.LOSS),
                    SCHEDULE,
                    Processor.CPU,
                    1);
            for (var fold = -1; fold < FOLDS; fold++) {
                check(TrainingTask.of(plan, data(none(), fold), Pair.NONE, Set.of(Output.PREDICTIONS), false));
            }
            check(TrainingTask.of(plan, data(none(), -1), Pair.NONE, Set.of(), true));
        }
        var head = new Distillation(
                new Student.Plain(FOUNDER.head()),
                Goal.labels(Weighting.PLAIN, LabelScore.AUROC),
                SCHEDULE,
                Processor.CPU,
                1);
        var features = new Examples(1, first(12), examples().targets());
        check(TrainingTask.of(
                head, FoldData.of(none(), design(), features, 1), Pair.NONE, Set.of(Output.PREDICTIONS), false));
    }

    @Test
    void ofAStudentWithEveryPairAndOfItsLastTraining() throws IOException {
        var pairs = Pair.grid(List.of(1.0, 4.0), List.of(0.3));
        var plan =
                plan(new Student.Plain(CNN), new Goal(Objective.HINTON, Weighting.PLAIN, LabelScore.AUROC, 0), pairs);
        for (var pair : pairs) {
            check(TrainingTask.of(plan, data(teachers(), 1), pair, EnumSet.allOf(Output.class), false));
        }
        check(TrainingTask.of(plan, data(teachers(), -1), pairs.get(0), Set.of(), false)
                .refit(2));
    }

    @Test
    void ofStudentsThatAlsoLearnWithoutLabels() throws IOException {
        var labels = IntStream.range(0, ROWS)
                .mapToObj(row -> row % 3 == 0 ? null : design().labels().get(row))
                .toList();
        var design = new Design(labels, Optional.empty(), design().folds(), 3, 1);
        var teacher = Teacher.ofLogits("t", first(1), Exposure.UNSEEN);
        var teachers = Teachers.of(List.of(teacher), design, 1).alsoWithoutLabels();
        var data = data(teachers, 1);
        assertEquals(
                IntStream.range(0, ROWS)
                        .filter(row -> row % 3 == 0 && design().folds()[row] != 1)
                        .count(),
                data.split().unlabelled().length);
        var goal = new Goal(Objective.HINTON, Weighting.BALANCED, LabelScore.AUROC, 0);
        var pair = new Pair(2, 0.5);
        var head = new CircuitHead.Form(CircuitDesign.paper(), Scaling.MIN_MAX, Readout.LINEAR, 1, QuantumDevice.EXACT);
        var encoder = new Autoencoder.Form(1, SAMPLES, head.circuit().circuit().features(), List.of(4, 8), 5);
        var vqc = new EncodedNetwork.Vqc(encoder, head);
        for (var student : List.of(
                new Student.Plain(CNN),
                staged(vqc, new TwoStages.Plan(false, 3, Optional.empty(), 1)),
                staged(vqc, new TwoStages.Plan(false, 3, Optional.of(CircuitOptimiser.SPSA), 4)),
                staged(EncodedNetwork.Twin.of(vqc), new TwoStages.Plan(false, 3, Optional.empty(), 1)))) {
            var plan = plan(student, goal, List.of(pair));
            check(TrainingTask.of(plan, data, pair, EnumSet.allOf(Output.class), false));
            check(TrainingTask.of(plan, data(teachers, -1), pair, Set.of(), false)
                    .refit(2));
        }
    }

    @Test
    void ofAStudentThatIsAlignedToFeatures() throws IOException {
        var part = first(8);
        var layer = new float[][] {{-1, 1, -1, 1, -1, 1, -1, 1, 0}};
        var features = new TeacherFeatures("t", List.of(part, part, part), List.of(layer, layer, layer));
        var plan = plan(
                new Student.Plain(CNN),
                new Goal(Objective.FEATURES, Weighting.PLAIN, LabelScore.AUROC, 2),
                List.of(Pair.NONE));
        check(TrainingTask.of(
                plan, data(Teachers.of(features, design(), 1, 8), 2), Pair.NONE, EnumSet.allOf(Output.class), false));
    }

    @Test
    void ofQuantumStudents() throws IOException {
        var circuit = CircuitDesign.paper();
        var head = new CircuitHead.Form(circuit, Scaling.MIN_MAX, Readout.LINEAR, 1, QuantumDevice.EXACT);
        var encoder = new Autoencoder.Form(1, SAMPLES, circuit.circuit().features(), List.of(4, 8), 5);
        var vqc = new EncodedNetwork.Vqc(encoder, head);
        for (var form : List.<EncodedForm>of(vqc, EncodedNetwork.Twin.of(vqc), EncodedNetwork.Linear.of(vqc))) {
            check(quantum(staged(form, new TwoStages.Plan(false, 3, Optional.empty(), 1))));
        }
        check(quantum(staged(vqc, new TwoStages.Plan(true, 3, Optional.empty(), 1))));
        check(quantum(staged(vqc, new TwoStages.Plan(false, 3, Optional.of(CircuitOptimiser.SPSA), 4))));
        var attention = new QuantumAttention.Form(1, SAMPLES, 1, 16, 4, 2, 1, "pairwise_ring", QuantumDevice.EXACT);
        check(quantum(new Student.Quantum(attention, CIRCUIT)));
    }

    @Test
    void whatIsNoTrainingIsRefused() throws IOException {
        var file = folder.resolve("result");
        new TrainingResult(
                        new Trained(new Weights(Map.of()), List.of(), 0, Reason.SWEPT),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        0)
                .write(file);
        assertThrows(DistillationException.class, () -> TrainingTask.read(file));
        Files.writeString(file, "no zip");
        assertThrows(IOException.class, () -> TrainingTask.read(file));
    }

    /** A task whose text or arrays have been changed is refused with a sentence, whatever the change is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "epochs":\\d+ | "epochs":-1
                    "rate":[^,]+  | "rate":"abc"
                    "signals":"[^"]+" | "signals":{}
                    "signals":"[^"]+" | "signals":"99"
                    "leads":1 | "leads":0
                    "pair":.* | "pair":null}
                    (?s).* | null
                    (?s).* | []
                    """)
    void aDamagedTaskIsRefused(String pattern, String replacement) throws IOException {
        var whole = folder.resolve("task");
        quantum(new Student.Plain(Cnn1d.Form.standard(1, 1))).write(whole);
        var damaged = folder.resolve("damaged");
        try (var zip = new ZipFile(whole.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("records.json")) {
                    var text = new String(bytes, StandardCharsets.UTF_8);
                    var changed = text.replaceFirst(pattern, replacement);
                    assertNotEquals(text, changed);
                    bytes = changed.getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        assertThrows(ExplainedException.class, () -> TrainingTask.read(damaged));
    }

    private static Student staged(EncodedForm form, TwoStages.Plan plan) {
        var pretraining = new Pretraining(form.encoder(), SCHEDULE, Processor.CPU);
        return new Student.Staged(new TwoStages(pretraining, form, CIRCUIT, plan));
    }

    private static TrainingTask quantum(Student student) {
        var plan = plan(
                student, new Goal(Objective.BRIDGING, Weighting.PLAIN, LabelScore.AUROC, 0), List.of(new Pair(2, 0.5)));
        return TrainingTask.of(plan, data(teachers(), 0), plan.pairs().get(0), EnumSet.allOf(Output.class), false);
    }

    /** Task and result go through files; run in another order, so that nothing is shared. */
    private void check(TrainingTask task) throws IOException {
        var file = folder.resolve("task");
        task.write(file);
        var read = TrainingTask.read(file).run(2, Progress.NONE);
        var expected = task.run(1, Progress.NONE);
        assertSame(expected, read);
        read.write(file);
        var back = TrainingResult.read(file);
        assertSame(expected, back);
        assertEquals(read.seconds(), back.seconds());
        assertEquals(read.trained().log(), back.trained().log());
        assertEquals(
                task.outputs().contains(Output.PREDICTIONS),
                expected.predictions().isPresent());
        assertEquals(task.outputs().contains(Output.SCORES), !expected.inner().isEmpty());
        assertFalse(expected.trained().weights().tensors().isEmpty());
    }

    private static void assertSame(TrainingResult expected, TrainingResult found) {
        assertEquals(expected.trained().weights(), found.trained().weights());
        assertEquals(
                List.copyOf(expected.trained().weights().tensors().keySet()),
                List.copyOf(found.trained().weights().tensors().keySet()));
        assertEquals(expected.trained().best(), found.trained().best());
        assertEquals(expected.trained().reason(), found.trained().reason());
        assertEquals(withoutTimes(expected.trained()), withoutTimes(found.trained()));
        assertEquals(expected.inner(), found.inner());
        assertEquals(expected.outOfFold(), found.outOfFold());
        assertEquals(expected.predictions().isPresent(), found.predictions().isPresent());
        expected.predictions()
                .ifPresent(predictions ->
                        assertSame(predictions, found.predictions().orElseThrow()));
    }

    private static void assertSame(Inference.Result expected, Inference.Result found) {
        assertArrayEquals(expected.features(), found.features());
        assertArrayEquals(expected.outputs(), found.outputs());
        assertArrayEquals(expected.attention(), found.attention());
    }

    private static List<Epoch> withoutTimes(Trained trained) {
        assertTrue(trained.log().size() > 0);
        return trained.log().stream()
                .map(epoch -> new Epoch(epoch.number(), epoch.loss(), epoch.verdict(), 0))
                .toList();
    }

    private static Distillation plan(Student student, Goal goal, List<Pair> pairs) {
        return new Distillation(student, goal, pairs, Optional.of(Metric.AUROC), SCHEDULE, Processor.CPU, 1);
    }

    private static FoldData data(Teachers teachers, int fold) {
        return FoldData.of(
                teachers, teachers.design(), teachers.examples(examples()).apply(fold), fold);
    }

    private static Teachers none() {
        return Teachers.none(design());
    }

    private static Teachers teachers() {
        return Teachers.of(List.of(Teacher.ofLogits("t", first(1), Exposure.UNSEEN)), design(), 1);
    }

    private static Design design() {
        return new Design(
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row % 2 == 0 ? "a" : "b")
                        .toList(),
                Optional.empty(),
                IntStream.range(0, ROWS).map(row -> row / 2 % FOLDS).toArray(),
                3,
                1);
    }

    /** The first samples of each row. */
    private static float[][] first(int count) {
        var signals = examples().signals();
        return IntStream.range(0, ROWS)
                .mapToObj(row -> Arrays.copyOf(signals[row], count))
                .toArray(float[][]::new);
    }

    private static Examples examples() {
        var random = new SplittableRandom(5);
        var signals = new float[ROWS][SAMPLES];
        var labels = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            labels[row][0] = row % 2;
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] = (float) (Math.sin((0.1 + 0.2 * (row % 2)) * i) + random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, labels));
    }
}
