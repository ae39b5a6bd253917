package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.ecgdistill.distill.LearningCurve.Method;
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

class LearningCurveTest {

    private static final int SUBJECTS = 60;
    private static final int ROWS = 3 * SUBJECTS;
    private static final int FOLDS = 3;
    private static final int SAMPLES = 64;
    private static final List<Double> SHARES = List.of(0.1, 1.0);
    private static final List<Pair> PAIRS = Collections.nCopies(FOLDS, new Pair(2, 0.5));

    @Test
    void sharesAreNestedStratifiedAndWholeSubjects() {
        var design = design();
        for (var fold = 0; fold < FOLDS; fold++) {
            var share = new LabelledShare(design, fold, 5);
            var smaller = Set.<Integer>of();
            for (var wanted : List.of(0.01, 0.1, 0.25, 0.5, 0.8, 1.0)) {
                var rows = share.rows(wanted);
                assertTrue(rows.containsAll(smaller), wanted + " contains the share before it");
                smaller = rows;
                for (var row : rows) {
                    assertNotEquals(fold, design.folds()[row]);
                    assertTrue(rows.containsAll(List.of(row / 3 * 3, row / 3 * 3 + 1, row / 3 * 3 + 2)));
                }
                // 40 subjects on the training side, of which 8 are of the rarer class.
                var rare = subjects(rows, design, "1");
                var frequent = subjects(rows, design, "0");
                assertEquals(Math.max(1, Math.round(wanted * 8)), rare, "share " + wanted);
                assertEquals(Math.max(1, Math.round(wanted * 32)), frequent, "share " + wanted);
            }
            assertEquals(share.rows(0.25), new LabelledShare(design, fold, 5).rows(0.25));
            assertNotEquals(share.rows(0.25), new LabelledShare(design, fold, 6).rows(0.25));
        }
    }

    /** All subjects have both classes in turn: one stratum, in which the first subject may have one class only. */
    @Test
    void thereAreAlwaysTwoClasses() {
        var labels = List.of("a", "a", "a", "a", "a", "b", "a", "b", "a", "b");
        var subjects = List.of("1", "1", "2", "2", "3", "3", "4", "4", "5", "5");
        var folds = new int[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
        var design = new Design(labels, Optional.of(subjects), folds, 0, 1);
        for (var seed = 0; seed < 20; seed++) {
            var rows = new LabelledShare(design, 1, seed).rows(0.01);
            assertEquals(Set.of("a", "b"), rows.stream().map(labels::get).collect(Collectors.toSet()));
        }
    }

    /** Class b has no subject that counts for it: all with a b have the rarer c or d too. */
    @Test
    void eachClassIsInTheSmallestShare() {
        var labels = List.of("b", "c", "b", "c", "b", "d", "b", "d", "c", "d", "a", "a", "a", "a");
        var subjects = List.of("1", "1", "2", "2", "3", "3", "4", "4", "5", "6", "7", "8", "9", "10");
        var design = new Design(labels, Optional.of(subjects), new int[0], 0, 1);
        for (var seed = 0; seed < 20; seed++) {
            var share = new LabelledShare(design, -1, seed);
            var smaller = Set.<Integer>of();
            for (var wanted : List.of(0.01, 0.3, 0.5, 0.7, 1.0)) {
                var rows = share.rows(wanted);
                assertEquals(
                        Set.of("a", "b", "c", "d"),
                        rows.stream().map(labels::get).collect(Collectors.toSet()));
                assertTrue(rows.containsAll(smaller));
                smaller = rows;
            }
            assertEquals(labels.size(), smaller.size());
        }
    }

    @Test
    void aTeacherAndUnlabelledRowsMakeUpForLabels() {
        var lines = curve(2).run(teachers(), examples(), Progress.NONE);
        assertEquals((3 * SHARES.size() + 1) * (FOLDS + 1), lines.size());
        var labels = mean(lines, Method.LABELS, 0.1);
        var hidden = mean(lines, Method.UNLABELLED, 0.1);
        var teacher = mean(lines, Method.TEACHER, 0);
        assertTrue(auroc(hidden) > 0.9 && auroc(teacher) > 0.9, "hidden " + hidden + ", teacher " + teacher);
        assertTrue(auroc(hidden) > auroc(labels) + 0.05, () -> auroc(labels) + " from labels, " + auroc(hidden));
        var interval = hidden.intervals().get(Metric.AUROC);
        assertTrue(interval.contains(auroc(hidden)) && interval.width() > 0, () -> interval + " of " + auroc(hidden));
        assertEquals(new LearningCurveLine.Counts(4, 12, 108), hidden.rows());
        assertEquals(0, teacher.rows().labelled());
        assertEquals(120, teacher.rows().unlabelled());
        for (var line : lines) {
            assertTrue(line.seconds() > 0);
            assertEquals(line.fold() >= 0, line.intervals().isEmpty());
        }
        // With all labels known there are no others: both methods are one.
        assertEquals(
                mean(lines, Method.DISTILLED, 1).scores(),
                mean(lines, Method.UNLABELLED, 1).scores());
        assertNotEquals(mean(lines, Method.DISTILLED, 0.1).scores(), hidden.scores());
        var ofFolds = lines.stream()
                .filter(line -> line.method() == Method.LABELS && line.share() == 0.1 && line.fold() >= 0)
                .mapToDouble(LearningCurveTest::auroc)
                .average()
                .orElseThrow();
        assertEquals(ofFolds, auroc(labels), 1e-12);
    }

    /** With all labels, the students of a curve are those of a cross-validation. */
    @Test
    void theLastPointIsTheOrdinaryStudent() {
        var lines = curve(1).run(teachers(), examples(), Progress.NONE);
        var ordinary = plan(2).run(teachers(), examples(), Progress.NONE);
        for (var fold = 0; fold < FOLDS; fold++) {
            var current = fold;
            var line = lines.stream()
                    .filter(each -> each.method() == Method.DISTILLED && each.share() == 1 && each.fold() == current)
                    .findFirst()
                    .orElseThrow();
            assertEquals(ordinary.sweep().get(fold).outOfFold(), line.scores());
        }
    }

    /** Rows with a label in no fold teach no student, with whatever share. */
    @Test
    void labelledRowsInNoFoldTakeNoPart() {
        var folds = design().folds().clone();
        for (var row = 0; row < ROWS; row++) {
            folds[row] = row / 9 % 3 == 2 ? -1 : folds[row];
        }
        var design = new Design(design().labels(), design().subjects(), folds, 0, 1);
        var left = IntStream.of(folds).filter(fold -> fold >= 0).count();
        for (var line : curve(1).run(teachers(design), examples(), Progress.NONE)) {
            var all = line.rows().labelled() + line.rows().unlabelled();
            assertTrue(all < left, () -> all + " of " + left + " rows in " + line);
            if (line.share() == 1 && line.fold() >= 0) {
                assertEquals(0, line.rows().unlabelled());
            }
        }
    }

    /** Each fold's students have the pair that this fold's student has chosen; labels alone have none. */
    @Test
    void thePairIsThatOfTheFold() {
        var pairs = List.of(new Pair(1, 0.1), new Pair(8, 0.9), new Pair(2, 0.5));
        var lines = new LearningCurve(plan(1), pairs, List.of(1.0)).run(teachers(), examples(), Progress.NONE);
        for (var fold = 0; fold < FOLDS; fold++) {
            var same = new LearningCurve(plan(1), Collections.nCopies(FOLDS, pairs.get(fold)), List.of(1.0))
                    .run(teachers(), examples(), Progress.NONE);
            for (var i = 0; i < lines.size(); i++) {
                if (lines.get(i).fold() == fold) {
                    assertEquals(same.get(i).scores(), lines.get(i).scores());
                }
            }
        }
        var all = new Distillation(
                        plan(1).student(),
                        plan(1).goal(),
                        List.of(new Pair(2, 0.5), new Pair(8, 0.1)),
                        Optional.of(Metric.AUROC),
                        plan(1).schedule(),
                        Processor.CPU,
                        1)
                .run(
                        teachers(new Design(design().labels(), design().subjects(), design().folds(), 3, 1)),
                        examples(),
                        Progress.NONE);
        for (var fold = 0; fold < FOLDS; fold++) {
            var current = fold;
            var chosen = all.sweep().stream()
                    .filter(line -> line.fold() == current && line.isChosen())
                    .toList();
            assertEquals(1, chosen.size());
            assertEquals(chosen.get(0).pair(), all.pairsOfFolds().get(fold));
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertSentence("at most 1, but one is 15", () -> new LearningCurve(plan(1), PAIRS, List.of(15.0)));
        assertSentence("1 to 20", () -> new LearningCurve(plan(1), PAIRS, List.of()));
        var labels = design().labels();
        assertSentence(
                "needs a cross-validation",
                () -> LearningCurve.check(new Design(labels, Optional.empty(), new int[0], 0, 1)));
        var none = Collections.<String>nCopies(ROWS, null);
        assertSentence(
                "needs labels", () -> LearningCurve.check(new Design(none, Optional.empty(), design().folds(), 0, 1)));
        var outside = new int[ROWS];
        Arrays.fill(outside, 1, 4, -1);
        outside[0] = 1;
        var few = new ArrayList<>(none);
        few.set(1, "0");
        few.set(2, "1");
        assertSentence(
                "both a label and a fold", () -> LearningCurve.check(new Design(few, Optional.empty(), outside, 0, 1)));
        // Found before anything is trained, although unlabelled rows could teach the ordinary student.
        few.set(0, "1");
        few.set(4, "0");
        few.set(5, "0");
        var oneClass = new Design(few, Optional.empty(), outside, new int[] {7, 8}, 0, 1);
        assertTrue(assertThrows(NetworkException.class, () -> LearningCurve.check(oneClass))
                .getMessage()
                .contains("only one class"));
        assertFalse(new LearningCurve(plan(1), PAIRS, List.of(1.0, 0.5, 1.0))
                        .shares()
                        .size()
                > 2);
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(DistillationException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static LearningCurveLine mean(List<LearningCurveLine> lines, Method method, double share) {
        return lines.stream()
                .filter(line -> line.method() == method && line.share() == share && line.fold() < 0)
                .findFirst()
                .orElseThrow();
    }

    private static double auroc(LearningCurveLine line) {
        return line.scores().get(Metric.AUROC).value();
    }

    private static long subjects(Set<Integer> rows, Design design, String label) {
        return rows.stream()
                .filter(row -> label.equals(design.labels().get(row)))
                .map(row -> row / 3)
                .distinct()
                .count();
    }

    private static LearningCurve curve(int threads) {
        return new LearningCurve(plan(threads), PAIRS, SHARES);
    }

    private static Distillation plan(int threads) {
        return new Distillation(
                new Student.Plain(new Cnn1d.Form(1, 1, List.of(8, 16), 5, 8, 0)),
                new Goal(Objective.HINTON, LabelLoss.Weighting.PLAIN, LabelScore.AUROC, 0),
                List.of(new Pair(2, 0.5)),
                Optional.of(Metric.AUROC),
                Schedule.of(6, 16, 1e-2, 1),
                Processor.CPU,
                threads);
    }

    private static Teachers teachers() {
        return teachers(design());
    }

    private static Teachers teachers(Design design) {
        var rows = new float[ROWS][];
        for (var row = 0; row < ROWS; row++) {
            rows[row] = new float[] {truth(row) == 1 ? 2 : -2};
        }
        return Teachers.of(List.of(Teacher.ofLogits("t", rows, Exposure.UNSEEN)), design, 1)
                .alsoWithoutLabels();
    }

    private static Design design() {
        return new Design(
                IntStream.range(0, ROWS)
                        .mapToObj(row -> Integer.toString(truth(row)))
                        .toList(),
                Optional.of(IntStream.range(0, ROWS)
                        .mapToObj(row -> "subject " + row / 3)
                        .toList()),
                IntStream.range(0, ROWS).map(row -> row / 3 % FOLDS).toArray(),
                0,
                1);
    }

    /** Every fifth subject of each fold. */
    private static int truth(int row) {
        return row / 9 % 5 == 0 ? 1 : 0;
    }

    private static Examples examples() {
        var random = new SplittableRandom(5);
        var signals = new float[ROWS][SAMPLES];
        var targets = new float[ROWS][1];
        for (var row = 0; row < ROWS; row++) {
            var phase = random.nextDouble(2 * Math.PI);
            targets[row][0] = truth(row);
            for (var i = 0; i < SAMPLES; i++) {
                signals[row][i] = (float) (Math.sin((0.15 + 0.25 * truth(row)) * i + phase) + random.nextGaussian());
            }
        }
        return new Examples(1, signals, Map.of(Examples.LABEL, targets));
    }
}
