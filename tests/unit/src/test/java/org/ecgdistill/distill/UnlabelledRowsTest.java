package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Schedule;
import org.junit.jupiter.api.Test;

/** Rows without a label teach by the teacher's predictions alone, and never what a model is tested on. */
class UnlabelledRowsTest {

    private static final int SUBJECTS = 48;
    private static final int ROWS = 3 * SUBJECTS;
    private static final int FOLDS = 3;
    private static final int SAMPLES = 64;
    private static final Student STUDENT = new Student.Plain(new Cnn1d.Form(1, 1, List.of(8, 16), 5, 8, 0));

    /**
     * A planted leak: some rows without a label of each subject claim to lie in another fold than the subject's other
     * rows, or in no fold.
     */
    @Test
    void noRowOfATestedOrChoosingSubjectReachesTraining() {
        var design = planted();
        var taught = 0;
        for (var fold = -1; fold < FOLDS; fold++) {
            var split = design.split(fold);
            var current = fold;
            var tested = IntStream.range(0, ROWS)
                    .filter(row -> current >= 0 && design.folds()[row] == current)
                    .mapToObj(UnlabelledRowsTest::subject)
                    .collect(Collectors.toSet());
            var choosing = subjects(split.validation());
            for (var row : split.unlabelled()) {
                assertEquals(null, design.labels().get(row));
                assertFalse(tested.contains(subject(row)), "subject of row " + row + " is tested in fold " + fold);
                assertFalse(choosing.contains(subject(row)), "subject of row " + row + " chooses in fold " + fold);
            }
            for (var row : split.validation()) {
                assertTrue(design.labels().get(row) != null);
            }
            for (var row : split.heldOut()) {
                assertFalse(tested.contains(subject(row)), "subject of row " + row + " is tested in fold " + fold);
                assertTrue(choosing.contains(subject(row)));
            }
            var whole = split.whole();
            assertEquals(split.unlabelled().length + split.heldOut().length, whole.unlabelled().length);
            assertEquals(0, whole.validation().length);
            taught += split.unlabelled().length;
        }
        assertTrue(taught > ROWS / 4, "rows without a label are learnt from: " + taught);
    }

    /** What a tested subject's rows without a label say changes no bit of the model that is tested on the subject. */
    @Test
    void whatTheTeacherSaysOfATestedSubjectChangesNothing() {
        var design = planted();
        var honest = run(teacher(row -> truth(row) == 1 ? 2f : -2f), design, Objective.HINTON, new Pair(2, 0.5));
        for (var fold = 0; fold < FOLDS; fold++) {
            var current = fold;
            var tested = IntStream.range(0, ROWS)
                    .filter(row -> design.folds()[row] == current)
                    .mapToObj(UnlabelledRowsTest::subject)
                    .collect(Collectors.toSet());
            var liar = run(
                    teacher(row -> (truth(row) == 1 ? 2f : -2f) * (isLie(row, tested, design) ? -1 : 1)),
                    design,
                    Objective.HINTON,
                    new Pair(2, 0.5));
            assertArrayEquals(
                    honest.models().foldResults().get(fold).outputs(),
                    liar.models().foldResults().get(fold).outputs());
        }
    }

    private static boolean isLie(int row, Set<String> tested, Design design) {
        return tested.contains(subject(row)) && design.labels().get(row) == null;
    }

    /** Folds without subjects: a row is a subject of its own. With a subject column, an unknown one may be anyone. */
    @Test
    void unknownSubjectsAreDoubted() {
        var labels = Arrays.asList("a", "b", "a", "b", "a", "b", null, null, null);
        var folds = new int[] {0, 0, 1, 1, 2, 2, 0, -1, -1};
        var alone = new int[] {6, 7, 8};
        var without = new Design(labels, Optional.empty(), folds, alone, 0, 1);
        assertArrayEquals(new int[] {7, 8}, without.split(0).unlabelled());
        assertArrayEquals(alone, without.split(1).unlabelled());
        var subjects = Arrays.asList("s", "t", "u", "v", "w", "x", null, null, "y");
        var known = new Design(labels, Optional.of(subjects), folds, alone, 0, 1);
        assertArrayEquals(new int[] {8}, known.split(0).unlabelled());
        assertArrayEquals(new int[] {6, 8}, known.split(1).unlabelled());
        assertArrayEquals(new int[] {6, 8}, known.split(-1).unlabelled());
        var single = new Design(labels, Optional.of(subjects), new int[0], alone, 0, 1);
        assertArrayEquals(alone, single.split(-1).unlabelled());
    }

    /** Without such rows, a student that may learn from them has the same bits as one that may not. */
    @Test
    void withoutSuchRowsNoBitChanges() {
        var labels = IntStream.range(0, ROWS)
                .mapToObj(row -> Integer.toString(truth(row)))
                .toList();
        var design = design(labels, folds());
        var teacher = teacher(row -> truth(row) == 1 ? 2f : -2f);
        for (var objective : List.of(Objective.HINTON, Objective.BRIDGING, Objective.LOGITS)) {
            var pair = new Pair(2, 0.5);
            var may = run(teacher, design, objective, pair);
            var plain = plan(objective, 3, pair)
                    .run(Teachers.of(List.of(teacher), design, 1), examples(design), Progress.NONE);
            assertEquals(plain.models().whole().weights(), may.models().whole().weights());
            assertArrayEquals(
                    plain.models().foldResults().get(1).outputs(),
                    may.models().foldResults().get(1).outputs());
        }
    }

    /** Only six subjects have a label, and the teacher knows the truth. */
    @Test
    void theyMakeAStudentWithFewLabelsBetter() {
        var labels = IntStream.range(0, ROWS)
                .mapToObj(row -> row / 3 < 12 ? Integer.toString(truth(row)) : null)
                .collect(Collectors.toCollection(ArrayList::new));
        var design = design(labels, folds());
        var teacher = teacher(row -> truth(row) == 1 ? 2f : -2f);
        var plan = plan(Objective.HINTON, 6, new Pair(2, 0.5));
        var teachers = Teachers.of(List.of(teacher), design, 1);
        var few = auroc(plan.run(teachers, examples(design), Progress.NONE));
        var all = auroc(plan.run(teachers.alsoWithoutLabels(), examples(design), Progress.NONE));
        assertTrue(all > 0.95 && all > few, "AUROC " + few + " with labels, " + all + " with all rows");
        var warnings = teachers.alsoWithoutLabels().warnings().toString();
        assertTrue(warnings.contains("108 rows without a label were learnt from by the teacher's"), warnings);
        assertFalse(teachers.warnings().toString().contains("without a label"));
    }

    @Test
    void aTeacherAloneIsEnough() {
        var design = design(Arrays.asList(new String[ROWS]), folds());
        var teacher = teacher(row -> truth(row) == 1 ? 2f : -2f);
        for (var pair : List.of(new Pair(2, 0.5), new Pair(2, 1))) {
            var distilled = plan(Objective.HINTON, 8, pair)
                    .run(Teachers.of(List.of(teacher), design, 1).alsoWithoutLabels(), examples(design), Progress.NONE);
            assertTrue(auroc(distilled) > 0.95, "AUROC " + auroc(distilled));
            assertTrue(distilled.sweep().stream()
                    .allMatch(line -> line.outOfFold().isEmpty() && line.inner().isEmpty()));
        }
    }

    /** The last layer is the teacher's; without labels nothing follows the alignment. */
    @Test
    void featuresAreAlignedWithoutLabels() {
        var part = new float[ROWS][8];
        for (var row = 0; row < ROWS; row++) {
            for (var i = 0; i < 8; i++) {
                part[row][i] = i % 2 == truth(row) ? 1 : 0;
            }
        }
        var layer = new float[][] {{-1, 1, -1, 1, -1, 1, -1, 1, 0}};
        var features = new TeacherFeatures("t", List.of(part, part, part), List.of(layer, layer, layer));
        var design = design(Arrays.asList(new String[ROWS]), folds());
        var plan = new Distillation(
                STUDENT,
                new Goal(Objective.FEATURES, LabelLoss.Weighting.PLAIN, LabelScore.LOSS, 12),
                List.of(Pair.NONE),
                Optional.of(Metric.AUROC),
                Schedule.of(1, 16, 1e-2, 1),
                Processor.CPU,
                2);
        var teachers = Teachers.of(features, design, 1, 8).alsoWithoutLabels();
        var distilled = plan.run(teachers, examples(design), Progress.NONE);
        assertTrue(auroc(distilled) > 0.9, "AUROC " + auroc(distilled));
        assertEquals(12, distilled.models().whole().log().size());
    }

    /** Labels of one class would teach a student, whose last layer comes from the teacher, to predict this class only. */
    @Test
    void alignedFeaturesKeepTheirLastLayerIfLabelsShowOneClass() {
        var part = new float[ROWS][8];
        for (var row = 0; row < ROWS; row++) {
            Arrays.fill(part[row], truth(row));
        }
        var layer = new float[][] {{1, 1, 1, 1, 1, 1, 1, 1, -4}};
        var features = new TeacherFeatures("t", List.of(part, part, part), List.of(layer, layer, layer));
        var labels = IntStream.range(0, ROWS)
                .mapToObj(row -> row < 27 && truth(row) == 1 ? "1" : null)
                .collect(Collectors.toCollection(ArrayList::new));
        var design = design(labels, folds());
        var plan = new Distillation(
                STUDENT,
                new Goal(Objective.FEATURES, LabelLoss.Weighting.PLAIN, LabelScore.LOSS, 3),
                Schedule.of(2, 16, 1e-2, 1),
                Processor.CPU,
                2);
        var teachers = Teachers.of(features, design, 1, 8).alsoWithoutLabels();
        assertEquals(
                3,
                plan.run(teachers, examples(design), Progress.NONE)
                        .models()
                        .whole()
                        .log()
                        .size());
    }

    /** Where a teacher looks does not show what it sees: without labels of two classes the last layer would stay random. */
    @Test
    void attentionNeedsLabelsInEachFold() {
        var steps = new float[ROWS][4];
        for (var row = 0; row < ROWS; row++) {
            steps[row][row % 4] = 1;
        }
        var attention = Teacher.crossValidated("t", List.of(steps, steps, steps));
        var labels = IntStream.range(0, ROWS)
                .mapToObj(row -> row / 3 % FOLDS == 0 ? Integer.toString(truth(row)) : null)
                .collect(Collectors.toCollection(ArrayList::new));
        var plan = plan(Objective.ATTENTION, 1, new Pair(1, 1));
        for (var few : List.of(labels, Arrays.asList(new String[ROWS]))) {
            var design = design(few, folds());
            var teachers = Teachers.ofAttention(attention, design).alsoWithoutLabels();
            var message = assertThrows(
                            NetworkException.class, () -> plan.run(teachers, examples(design), Progress.NONE))
                    .getMessage();
            assertTrue(message.contains("no row has both a label and a fold"), message);
        }
        labels.set(3, "0");
        labels.set(12, "1");
        var design = design(labels, folds());
        plan.run(Teachers.ofAttention(attention, design).alsoWithoutLabels(), examples(design), Progress.NONE);
        var complete = design(
                IntStream.range(0, ROWS)
                        .mapToObj(row -> Integer.toString(truth(row)))
                        .toList(),
                folds());
        var methods = new LearningCurve(plan, Collections.nCopies(FOLDS, Pair.NONE), List.of(0.5))
                        .run(
                                Teachers.ofAttention(attention, complete).alsoWithoutLabels(),
                                examples(complete),
                                Progress.NONE)
                        .stream()
                        .map(LearningCurveLine::method)
                        .distinct()
                        .toList();
        assertEquals(
                List.of(LearningCurve.Method.LABELS, LearningCurve.Method.DISTILLED, LearningCurve.Method.UNLABELLED),
                methods);
    }

    private static Design planted() {
        var labels = new ArrayList<String>();
        var folds = folds();
        for (var row = 0; row < ROWS; row++) {
            labels.add(row % 3 == 0 ? Integer.toString(truth(row)) : null);
            if (row % 3 == 1) {
                folds[row] = (folds[row] + 1) % FOLDS;
            } else if (row % 3 == 2) {
                folds[row] = -1;
            }
        }
        var alone = IntStream.range(0, ROWS).filter(row -> row % 3 > 0).toArray();
        // The last subjects have no label at all.
        for (var row = ROWS - 18; row < ROWS; row++) {
            labels.set(row, null);
        }
        return design(labels, folds).with(labels, alone);
    }

    private static int[] folds() {
        return IntStream.range(0, ROWS).map(row -> row / 3 % FOLDS).toArray();
    }

    private static Design design(List<String> labels, int[] folds) {
        var subjects =
                IntStream.range(0, ROWS).mapToObj(UnlabelledRowsTest::subject).toList();
        return new Design(labels, Optional.of(subjects), folds, 4, 1);
    }

    private static String subject(int row) {
        return "subject " + row / 3;
    }

    private static Set<String> subjects(int[] rows) {
        return IntStream.of(rows).mapToObj(UnlabelledRowsTest::subject).collect(Collectors.toSet());
    }

    /** Of a subject, and so of its rows. */
    private static int truth(int row) {
        return row / 9 % 2;
    }

    private interface Answer {
        float of(int row);
    }

    private static Teacher teacher(Answer answer) {
        var rows = new float[ROWS][];
        for (var row = 0; row < ROWS; row++) {
            rows[row] = new float[] {answer.of(row)};
        }
        return Teacher.ofLogits("t", rows, Exposure.UNSEEN);
    }

    private static Distilled run(Teacher teacher, Design design, Objective objective, Pair pair) {
        return plan(objective, 3, pair)
                .run(Teachers.of(List.of(teacher), design, 1).alsoWithoutLabels(), examples(design), Progress.NONE);
    }

    private static Distillation plan(Objective objective, int epochs, Pair pair) {
        return new Distillation(
                STUDENT,
                new Goal(objective, LabelLoss.Weighting.BALANCED, LabelScore.AUROC, 0),
                List.of(pair),
                Optional.of(Metric.AUROC),
                Schedule.of(epochs, 16, 1e-2, 1),
                Processor.CPU,
                2);
    }

    /** Noisy sines of two frequencies by the truth. */
    private static Examples examples(Design design) {
        var random = new SplittableRandom(5);
        var signals = new float[ROWS][SAMPLES];
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            var phase = random.nextDouble(2 * Math.PI);
            targets[row][0] = "1".equals(design.labels().get(row)) ? 1 : 0;
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] =
                        (float) (Math.sin((0.15 + 0.25 * truth(row)) * i + phase) + 0.6 * random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, targets));
    }

    /** Against the truth, out of fold. */
    private static double auroc(Distilled distilled) {
        var outputs = new float[ROWS][];
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            outputs[row] = distilled.models().logits(row);
            targets[row][0] = truth(row);
        }
        return LabelScore.auroc(outputs, new Examples(1, new float[ROWS][1], Map.of(Examples.LABEL, targets)));
    }
}
