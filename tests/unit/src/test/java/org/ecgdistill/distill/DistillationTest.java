package org.ecgdistill.distill;

import static org.ecgdistill.distill.SineRows.FOLDS;
import static org.ecgdistill.distill.SineRows.ROWS;
import static org.ecgdistill.distill.SineRows.auroc;
import static org.ecgdistill.distill.SineRows.coins;
import static org.ecgdistill.distill.SineRows.design;
import static org.ecgdistill.distill.SineRows.examples;
import static org.ecgdistill.distill.SineRows.outOfFold;
import static org.ecgdistill.distill.SineRows.truth;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;
import org.junit.jupiter.api.Test;

/** What students take from teachers of whom everything is known. */
class DistillationTest {

    private static final Student STUDENT = new Student.Plain(new Cnn1d.Form(1, 1, List.of(8, 16), 5, 8, 0));

    /** The teacher knows the truth, the labels are coins: whoever recovers the truth has it from the teacher. */
    @Test
    void aPerfectTeacherIsRecoveredAtAlphaZero() {
        var truth = truth();
        var coins = coins(7);
        var teacher = teacher(row -> truth[row] == 1 ? 3f : -3f);
        for (var objective : List.of(Objective.HINTON, Objective.LOGITS)) {
            var logits = outOfFold(run(objective, coins, teacher, 12, new Pair(2, 0)));
            assertTrue(auroc(logits, truth) > 0.97, () -> objective + " against truth " + auroc(logits, truth));
            assertEquals(0.5, auroc(logits, coins), 0.15, objective + " against coins");
        }
    }

    /** At α = 1 the teacher has no say, not even in a single bit. */
    @Test
    void aTeacherOfNoiseLeavesAlphaOneUntouched() {
        var truth = truth();
        var random = new SplittableRandom(3);
        var noise = teacher(row -> (float) (8 * random.nextGaussian()));
        var alone = outOfFold(run(Objective.LABELS, truth, null, 3, new Pair(1, 1)));
        for (var objective : List.of(Objective.HINTON, Objective.LOGITS)) {
            assertArrayEquals(alone, outOfFold(run(objective, truth, noise, 3, new Pair(4, 1))), objective.name());
        }
        assertArrayEquals(alone, outOfFold(run(Objective.BRIDGING, truth, noise, 3, new Pair(4, 0))));
        assertFalse(Arrays.equals(alone, outOfFold(run(Objective.HINTON, truth, noise, 3, new Pair(4, 0.5)))));
    }

    /** Element f of the soft targets is all that the student of fold f hears. */
    @Test
    void theStudentOfAFoldHearsOnlyTheTeacherThatHasNotSeenIt() {
        var truth = truth();
        var plain = teacher(row -> truth[row] == 1 ? 2f : -2f);
        var parts = new ArrayList<float[][]>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var part = new float[ROWS][];
            for (var row = 0; row < ROWS; row++) {
                part[row] = new float[] {plain.parts().get(0)[row][0] * (fold == 1 ? -1 : 1)};
            }
            parts.add(part);
        }
        var right = run(
                Objective.HINTON,
                truth,
                Teacher.crossValidated("t", Arrays.asList(parts.get(0), parts.get(0), parts.get(2))),
                2,
                new Pair(2, 0.3));
        var wrong = run(Objective.HINTON, truth, Teacher.crossValidated("t", parts), 2, new Pair(2, 0.3));
        for (var row = 0; row < ROWS; row++) {
            var same = Arrays.equals(right.models().logits(row), wrong.models().logits(row));
            assertEquals(row % FOLDS != 1, same, "row " + row + " of fold " + row % FOLDS);
        }
    }

    @Test
    void aSweepTriesEveryPairAndRefitsTheBest() {
        var truth = truth();
        // The teacher is wrong: the more the student listens, the worse it is.
        var liar = teacher(row -> truth[row] == 1 ? -3f : 3f);
        var pairs = Pair.grid(List.of(1.0, 4.0), List.of(0.0, 1.0));
        var distilled = run(Objective.HINTON, truth, liar, 6, pairs.toArray(Pair[]::new));
        assertEquals(FOLDS * 4, distilled.sweep().size());
        for (var fold = 0; fold < FOLDS; fold++) {
            var lines = distilled.sweep().subList(4 * fold, 4 * fold + 4);
            assertEquals(pairs, lines.stream().map(SweepLine::pair).toList());
            var chosen = lines.stream().filter(SweepLine::isChosen).toList();
            assertEquals(1, chosen.size());
            assertEquals(1, chosen.get(0).pair().weight(), "who listens to the labels wins");
            for (var line : lines) {
                assertFalse(
                        line.verdict(Metric.AUROC).isBetterThan(chosen.get(0).verdict(Metric.AUROC)));
                assertTrue(line.seconds() > 0);
                var outside = line.outOfFold().get(Metric.AUROC).value();
                assertEquals(line.pair().weight() == 1, outside > 0.5, "out of fold " + outside);
            }
            // With α = 1 the temperature has no effect: both pairs are one student.
            assertEquals(lines.get(1).inner(), lines.get(3).inner());
        }
        assertEquals(1, distilled.pair().weight());
        assertTrue(auroc(outOfFold(distilled), truth) > 0.9);
    }

    /** Two frequencies so far apart that every student puts all rows in order: the labels' loss decides. */
    @Test
    void pairsThatShareTheirScoreAreToldApartByTheLossOfTheLabels() {
        var truth = truth();
        var teacher = teacher(row -> truth[row] == 1 ? 1f : -1f);
        var pairs = Pair.grid(List.of(1.0, 4.0), List.of(0.1, 0.9));
        var distilled = run(Objective.HINTON, truth, teacher, 8, pairs.toArray(Pair[]::new));
        for (var fold = 0; fold < FOLDS; fold++) {
            var lines = distilled.sweep().subList(4 * fold, 4 * fold + 4);
            for (var line : lines) {
                assertEquals(1, line.inner().get(Metric.AUROC).value(), "all are equal: " + line);
            }
            var smallest =
                    lines.stream().mapToDouble(DistillationTest::logLoss).min().orElseThrow();
            for (var line : lines) {
                assertEquals(logLoss(line) == smallest, line.isChosen(), line::toString);
            }
            assertTrue(logLoss(lines.get(0)) > smallest, "the first is not the best");
        }
        assertEquals(Reason.Rule.SWEPT, distilled.models().whole().reason().rule(), "all rows, as long as was best");
    }

    private static double logLoss(SweepLine line) {
        return line.inner().get(Metric.LOG_LOSS).value();
    }

    /** If a fold's labels had a say in its pair or its student, other labels would give other bits. */
    @Test
    void noLabelOfAFoldChoosesItsPair() {
        var truth = truth();
        var teacher = teacher(row -> truth[row] == 1 ? 1f : -1f);
        var pairs = Pair.grid(List.of(1.0, 4.0), List.of(0.1, 0.9)).toArray(Pair[]::new);
        var expected = run(Objective.HINTON, truth, teacher, 2, pairs);
        var other = truth.clone();
        for (var row = 0; row < ROWS; row += FOLDS) {
            other[row] = 1 - other[row];
        }
        var found = run(Objective.HINTON, other, teacher, 2, pairs);
        for (var row = 0; row < ROWS; row += FOLDS) {
            assertArrayEquals(expected.models().logits(row), found.models().logits(row));
        }
        assertNotEquals(
                expected.sweep().get(0).outOfFold(),
                found.sweep().get(0).outOfFold(),
                "the labels that test it differ");
        assertEquals(expected.sweep().get(0).inner(), found.sweep().get(0).inner());
    }

    @Test
    void givesTheSameBitsHoweverManyThreads() {
        var truth = truth();
        var teacher = teacher(row -> truth[row] == 1 ? 1f : -1f);
        var pairs = Pair.grid(List.of(1.0, 4.0), List.of(0.1, 0.9));
        var one = plan(Objective.HINTON, 2, pairs, 1).run(teachers(truth, teacher), examples(truth), Progress.NONE);
        var four = plan(Objective.HINTON, 2, pairs, 4).run(teachers(truth, teacher), examples(truth), Progress.NONE);
        assertArrayEquals(outOfFold(one), outOfFold(four));
        assertEquals(one.models().whole().weights(), four.models().whole().weights());
    }

    /** Teacher and student have eight features; the teacher's are one pattern for each class. */
    @Test
    void featuresAreAlignedAndTheLastLayerTakenOver() {
        var truth = truth();
        var coins = coins(7);
        var part = new float[ROWS][8];
        for (var row = 0; row < ROWS; row++) {
            for (var i = 0; i < 8; i++) {
                part[row][i] = (i % 2 == truth[row] ? 1 : 0);
            }
        }
        var layer = new float[][] {{-1, 1, -1, 1, -1, 1, -1, 1, 0}};
        var features = new TeacherFeatures("Features (t)", List.of(part, part, part), List.of(layer, layer, layer));
        var teachers = Teachers.of(features, design(coins), 1, 8);
        // One epoch on labels that are coins, at a rate that changes nothing: what is right comes from the features.
        var plan = new Distillation(
                STUDENT,
                new Goal(Objective.FEATURES, LabelLoss.Weighting.PLAIN, LabelScore.LOSS, 12),
                List.of(Pair.NONE),
                Optional.of(Metric.AUROC),
                Schedule.of(1, 16, 1e-2, 1),
                Processor.CPU,
                2);
        var distilled = plan.run(teachers, examples(coins), Progress.NONE);
        assertEquals(13, distilled.models().whole().log().size(), "both parts are in the log");
        assertTrue(distilled.models().whole().log().get(11).loss() < 0.05, "features are close to the teacher's");
        assertTrue(
                auroc(outOfFold(distilled), truth) > 0.9, () -> "against truth " + auroc(outOfFold(distilled), truth));
    }

    /** Each fold's student learns from the part of the teacher that has not seen the fold, and λ = 0 hears nothing. */
    @Test
    void attentionIsHeardFoldByFold() {
        var truth = truth();
        var early = attention(0);
        var late = attention(3);
        var right = attend(truth, 5, early, early, early);
        var wrong = attend(truth, 5, early, late, early);
        for (var row = 0; row < ROWS; row++) {
            var same = Arrays.equals(right.models().logits(row), wrong.models().logits(row));
            assertEquals(row % FOLDS != 1, same, "row " + row + " of fold " + row % FOLDS);
        }
        assertArrayEquals(
                outOfFold(run(Objective.LABELS, truth, null, 2, new Pair(1, 1))),
                outOfFold(attend(truth, 0, early, late, early)));
        assertSentence(
                "teacher's attention \"Attention (t)\" comes from a cross-validation with 2 folds",
                () -> attend(truth, 1, early, late));
        var constant = new float[ROWS][];
        Arrays.fill(constant, new float[] {1, 0});
        assertSentence("predicts the same for every row", () -> attend(truth, 1, constant, constant, constant));
    }

    private static Distilled attend(int[] labels, double weight, float[][]... parts) {
        var teachers = Teachers.ofAttention(Teacher.crossValidated("Attention (t)", List.of(parts)), design(labels));
        return plan(Objective.ATTENTION, 2, List.of(new Pair(1, weight)), 2)
                .run(teachers, examples(labels), Progress.NONE);
    }

    /** Four steps, one of which is looked at most. */
    private static float[][] attention(int step) {
        var rows = new float[ROWS][4];
        for (var row = 0; row < ROWS; row++) {
            rows[row][step] = 1;
            rows[row][row % 4] += 0.2f;
        }
        return rows;
    }

    @Test
    void rowsOfWhichATeacherSaysNothingAreOnlyPredicted() {
        var truth = truth();
        var teacher = teacher(row -> truth[row] == 1 ? 1f : -1f);
        teacher.parts().get(0)[4] = null;
        var teachers = teachers(truth, teacher);
        assertEquals(null, teachers.design().labels().get(4));
        assertTrue(teachers.warnings().get(0).contains("from 1 row"), () -> teachers.warnings()
                .toString());
        var distilled = run(Objective.HINTON, truth, teacher, 1, new Pair(2, 0.5));
        assertTrue(Float.isFinite(distilled.models().logits(4)[0]));
    }

    /** What is known of a teacher's past decides what is said; members of an ensemble may have different pasts. */
    @Test
    void onlyATeacherThatMayHaveSeenTheRowsIsDoubted() {
        var truth = truth();
        var logits = teacher(row -> truth[row] == 1 ? 1f : -1f).parts().get(0);
        var crossValidated = Teacher.crossValidated("c", List.of(logits, logits, logits));
        assertEquals(List.of(), teachers(truth, crossValidated).warnings());
        assertEquals(
                List.of(),
                teachers(truth, Teacher.ofLogits("t", logits, Exposure.UNSEEN)).warnings());
        assertTrue(teachers(truth, Teacher.ofLogits("t", logits, Exposure.UNKNOWN))
                .warnings()
                .get(0)
                .contains("one value for each row, whatever the fold"));
        var mixed = Teachers.of(
                List.of(
                        crossValidated,
                        Teacher.ofLogits("s", logits, Exposure.SEEN),
                        Teacher.ofLogits("u", logits, Exposure.UNSEEN)),
                design(truth),
                1);
        assertEquals(1, mixed.warnings().size());
        assertTrue(mixed.warnings().get(0).startsWith("The teacher \"s\" has learnt from rows that"));
        var taught = mixed.examples(examples(truth)).apply(1).targets().get(Teachers.LOGITS);
        for (var row = 0; row < ROWS; row++) {
            assertEquals(logits[row][0], taught[row][0], 1e-6);
        }
    }

    @Test
    void stopsWhenCancelled() {
        var truth = truth();
        var teachers = teachers(truth, teacher(row -> row));
        assertThrows(CancellationException.class, () -> plan(
                        Objective.HINTON, 1000, Pair.grid(List.of(1.0), List.of(0.1, 0.9)), 2)
                .run(teachers, examples(truth), (fraction, message) -> {
                    if (message.contains("epoch 2")) {
                        throw new CancellationException();
                    }
                }));
    }

    @Test
    void saysWhatIsWrong() {
        var truth = truth();
        var part = teacher(row -> row % 7).parts().get(0);
        var none = new float[ROWS][];
        assertSentence("must be above 0, but one is 0", () -> new Pair(0, 1));
        assertSentence("must be above 0, but one is -2", () -> new Pair(-2, 1));
        assertSentence("must be above 0, but one is NaN", () -> new Pair(Double.NaN, 1));
        assertSentence("α of the labels must lie from 0", () -> Objective.HINTON.check(new Pair(1, 1.5)));
        assertSentence("λ must be 0 or more, but one is -1", () -> new Pair(1, -1));
        assertSentence("At least one temperature", () -> Pair.grid(List.of(), List.of(1.0)));
        assertSentence(
                "with 2 folds, but the fold column here has 3",
                () -> teachers(truth, Teacher.crossValidated("Soft targets (t)", List.of(part, part))));
        assertSentence(
                "one model of all rows",
                () -> teachers(truth, Teacher.crossValidated("Soft targets (t)", List.<float[][]>of(part))));
        assertSentence("the same for every row", () -> teachers(truth, teacher(row -> 0.3f)));
        assertSentence(
                "in fold 1",
                () -> teachers(
                        truth,
                        Teacher.crossValidated(
                                "t", List.of(part, teacher(row -> 1f).parts().get(0), part))));
        assertSentence("no value in any row", () -> teachers(truth, Teacher.ofLogits("t", none, Exposure.UNKNOWN)));
        assertSentence(
                "gives 2 logit(s) for row 1",
                () -> teachers(truth, Teacher.ofLogits("t", new float[][] {{1, 2}, {3, 4}}, Exposure.UNKNOWN)));
        assertSentence(
                "row 2 holds 1.5", () -> Teacher.ofProbabilities("p", new float[][] {{1}, {1.5f}}, Exposure.UNKNOWN));
        var whole = new Design(
                design(truth).labels(), Optional.empty(), design(truth).folds(), 0, 1);
        assertSentence(
                "no rows are kept back", () -> plan(Objective.HINTON, 1, Pair.grid(List.of(1.0, 2.0), List.of(0.5)), 1)
                        .run(Teachers.of(List.of(teacher(row -> row)), whole, 1), examples(truth), Progress.NONE));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(DistillationException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    private interface Answer {
        float of(int row);
    }

    /** One answer for each row, in every fold. */
    private static Teacher teacher(Answer answer) {
        var rows = new float[ROWS][];
        for (var row = 0; row < ROWS; row++) {
            rows[row] = new float[] {answer.of(row)};
        }
        return Teacher.ofLogits("t", rows, Exposure.UNKNOWN);
    }

    private static Teachers teachers(int[] labels, Teacher teacher) {
        return teacher == null ? Teachers.none(design(labels)) : Teachers.of(List.of(teacher), design(labels), 1);
    }

    private static Distilled run(Objective objective, int[] labels, Teacher teacher, int epochs, Pair... pairs) {
        return plan(objective, epochs, List.of(pairs), 2)
                .run(teachers(labels, teacher), examples(labels), Progress.NONE);
    }

    private static Distillation plan(Objective objective, int epochs, List<Pair> pairs, int threads) {
        return new Distillation(
                STUDENT,
                new Goal(objective, LabelLoss.Weighting.PLAIN, LabelScore.AUROC, 0),
                pairs,
                Optional.of(Metric.AUROC),
                Schedule.of(epochs, 16, 1e-2, 1),
                Processor.CPU,
                threads);
    }
}
