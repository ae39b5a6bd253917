package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.FOLDS;
import static org.ecgdistill.osgi.TestTables.ROWS;
import static org.ecgdistill.osgi.TestTables.alternating;
import static org.ecgdistill.osgi.TestTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;

/** Students of a pretrained model, with few labels or none. */
class FewLabelsTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    /** The columns of a pretrained model with more classes than the student. */
    static Table pretrained(Table table, String exposure) {
        var labels = alternating();
        var taught = table;
        for (var type : new String[] {"paced", "b", "other"}) {
            var values = IntStream.range(0, ROWS)
                    .mapToObj(row -> type.equals("b") ? labels[row].equals("b") ? 0.8 : 0.1 : 0.05 + 0.001 * row)
                    .toArray(Double[]::new);
            taught = TestTables.with(
                    taught,
                    Column.doubles("P (Class=" + type + ") (Rhythm)", values)
                            .withProperty("ecgdistill.exposure", exposure)
                            .withProperty("ecgdistill.provenance.Trained on", "another hospital"));
        }
        return taught;
    }

    private static Table withLabels(int count) {
        var labels = alternating();
        Arrays.fill(labels, count, ROWS, null);
        return TestTables.with(rows(), Column.strings("Class", labels));
    }

    private Node student(Table table) {
        return workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(workflow.add(table))
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
    }

    private Run run() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    @Test
    void aPretrainedModelTeachesEveryFoldAlike() {
        var unseen = student(pretrained(rows(), "UNSEEN"));
        var seen = student(pretrained(rows(), "SEEN"));
        var unknown = student(pretrained(rows(), "UNKNOWN"));
        try (var run = run()) {
            assertFalse(run.node(unseen).warning().contains("teacher"), run.node(unseen)::warning);
            assertTrue(run.node(seen).warning().contains("passes on what it knows"), run.node(seen)::warning);
            assertTrue(run.node(unknown).warning().contains("whatever the fold"), run.node(unknown)::warning);
            var facts = run.table(unseen, 1).column("Logit (CNN-1D)").properties();
            assertEquals("Rhythm", facts.get("ecgdistill.provenance.Teacher"));
            assertEquals(0, run.table(unseen, 5).rowCount(), "no learning curve");
            assertEquals(0, run.table(unseen, 3).get("Unlabelled rows", 0));
        }
    }

    @Test
    void rowsWithoutALabelLearnFromTheTeacher() {
        var table = pretrained(withLabels(12), "UNSEEN");
        var with = student(table).set("distillation/unlabelled", true);
        var without = student(table).set("distillation/unlabelled", false);
        try (var run = run()) {
            var warning = run.node(with).warning();
            assertTrue(warning.contains("12 rows without a label were learnt from by the teacher's"), warning);
            assertFalse(run.node(without).warning().contains("learnt from by the teacher"));
            var log = run.table(with, 3);
            for (var row = 0; row < log.rowCount(); row++) {
                assertEquals(log.column("Fold").isMissing(row) ? 12 : 8, log.get("Unlabelled rows", row));
            }
            assertEquals(0, run.table(without, 3).get("Unlabelled rows", 0));
            for (var row = 0; row < ROWS; row++) {
                assertFalse(run.table(with, 1).column("Logit (CNN-1D)").isMissing(row));
            }
        }
    }

    /** Of 12 subjects, one has class a alone; half of the others are 6. */
    @Test
    void onlyAShareOfTheLabelsIsUsed() {
        var taught =
                student(pretrained(rows(), "UNSEEN")).set("labels/share", 0.5).set("distillation/unlabelled", true);
        var scratch = student(rows()).set("labels/share", 0.5).set("distillation/method", "LABELS");
        var founder = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows()))
                .set("labels/share", 0.5)
                .set("training/epochs", 1);
        try (var run = run()) {
            for (var learner : List.of(taught, scratch, founder)) {
                var warning = run.node(learner).warning();
                assertTrue(warning.contains("Only 14 of 24 labels are used"), warning);
            }
            assertTrue(run.node(taught).warning().contains("10 rows without a label were learnt from"));
            var log = run.table(taught, 3);
            assertEquals(10, log.get("Unlabelled rows", log.rowCount() - 1));
            for (var row = 0; row < ROWS; row++) {
                assertFalse(run.table(founder, 1).column("Logit (ECGFounder)").isMissing(row));
            }
        }
    }

    @Test
    void withoutLabelsTheClassesAreTheTeachers() {
        var none = student(pretrained(withLabels(0), "UNSEEN")).set("distillation/unlabelled", true);
        var positive = student(pretrained(withLabels(0), "UNSEEN"))
                .set("labels/positive", "b")
                .set("distillation/unlabelled", true);
        try (var run = run()) {
            assertTrue(run.node(none).warning().contains("The label column holds no label"), run.node(none)::warning);
            assertEquals(
                    3 * FOLDS,
                    run.table(none, 1).column("Soft targets (CNN-1D)").signal(0).length);
            assertEquals(
                    FOLDS,
                    run.table(positive, 1).column("Soft targets (CNN-1D)").signal(0).length);
            assertTrue(run.table(positive, 1).column("P (Class=b) (CNN-1D)").doubles().length == ROWS);
        }
    }

    @Test
    void aLearningCurveIsATableOfMethodsAndShares() {
        var student = student(pretrained(rows(), "UNSEEN"))
                .set("training/innerFolds", 0)
                .set("learningCurve", "1, 0.25");
        var scratch = student(rows())
                .set("distillation/method", "LABELS")
                .set("training/innerFolds", 0)
                .set("learningCurve", "0.5");
        try (var run = run()) {
            var curve = run.table(student, 5);
            assertEquals((3 * 2 + 1) * (FOLDS + 1), curve.rowCount());
            var methods = curve.column("Method").counts();
            assertEquals(2 * (FOLDS + 1), methods.get("Distilled with unlabelled rows"));
            assertEquals(FOLDS + 1, methods.get("Teacher alone"));
            assertEquals(7, curve.column("Fold").counts().get("?"), "a mean for each point");
            assertEquals(0.25, curve.get("Share of labelled subjects", 0));
            assertFalse(curve.column("AUROC").isMissing(0));
            assertEquals(FOLDS + 1, run.table(scratch, 5).rowCount());
        }
    }

    @Test
    void aCurveOrATeacherThatCannotBeIsExplained() {
        new Refusals(workflow)
                .add(student(pretrained(rows(), "UNSEEN")).set("learningCurve", "15"), "at most 1, but one is 15")
                .add(student(pretrained(rows(), "UNSEEN")).set("learningCurve", "few"), "\"few\" is not a number")
                .add(
                        student(pretrained(rows(), "UNSEEN"))
                                .set("labels/crossValidate", false)
                                .set("learningCurve", "0.5"),
                        "A learning curve needs a cross-validation")
                .add(
                        student(pretrained(rows(), "UNSEEN")).set("labels/positive", "a"),
                        "do not contain the student's positive class \"a\"")
                .check();
    }
}
