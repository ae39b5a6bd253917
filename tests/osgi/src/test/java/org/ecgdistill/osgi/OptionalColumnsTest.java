package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;

/** Columns that nodes can do without: empty ones count as not there, and none can be wanted. */
class OptionalColumnsTest {

    /** What is stored for "None"; it stays for ever. */
    private static final String NONE = "<none>";

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    private static Table withoutValues(Table table, String name) {
        return with(table, Column.strings(name, new String[table.rowCount()]));
    }

    private Node add(String factory, Table table) {
        return workflow.add(factory).from(workflow.add(table));
    }

    private static void assertSays(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" in: " + text);
    }

    @Test
    void learnersTakeAnEmptyColumnForNone() {
        var rows = withoutValues(withoutValues(TestTables.rows(), "Fold"), "Subject");
        var founder = add(OwnNode.ECGFOUNDER_LEARNER.factory(), rows).set("training/epochs", 1);
        var student = add(OwnNode.KD_STUDENT_LEARNER.factory(), rows)
                .set("distillation/method", "LABELS")
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        var quantum = add(OwnNode.VQC_LEARNER.factory(), rows).set("distillation/method", "LABELS");
        OwnNode.VQC_LEARNER.small().forEach(quantum::set);
        var chosen = add(OwnNode.ECGFOUNDER_LEARNER.factory(), rows)
                .set("labels/fold", "Fold")
                .set("training/epochs", 1);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            for (var node : List.of(founder, student, quantum, chosen)) {
                var warning = run.node(node).warning();
                assertSays(
                        warning,
                        "The column \"Fold\" holds no value in any row: the node works as if there were no fold column.");
                assertSays(warning, "The column \"Subject\" holds no value in any row");
                assertSays(warning, "There is no cross-validation");
                assertSays(warning, "There is no subject column");
            }
        }
    }

    /** A column that is empty gives way to the next one with a usual name. */
    @Test
    void anotherUsualColumnServesInThePlaceOfAnEmptyOne() {
        var rows = TestTables.rows();
        var renamed = with(
                withoutValues(rows, "Fold"),
                Column.integers(
                        "strat_fold",
                        rows.column("Fold").values().stream()
                                .map(Integer.class::cast)
                                .toArray(Integer[]::new)));
        var learner = add(OwnNode.ECGFOUNDER_LEARNER.factory(), renamed).set("training/epochs", 1);
        var copied = add(OwnNode.FOLD_ASSIGNER.factory(), renamed).set("mode", "COPY");
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertFalse(run.node(learner).warning().contains("There is no cross-validation"));
            assertArrayEquals(
                    rows.column("Fold").integers(),
                    run.table(copied, 1).column("Fold").integers());
        }
    }

    @Test
    void noneMeansNoColumnWhateverTheTableHolds() {
        var rows = TestTables.rows();
        var learner = add(OwnNode.ECGFOUNDER_LEARNER.factory(), rows)
                .set("labels/fold", NONE)
                .set("labels/subject", NONE)
                .set("signals/samplingRate", NONE)
                .set("signals/lead", NONE)
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var scorer = add(OwnNode.CV_SCORER.factory(), TestTables.predictions())
                .set("fold", NONE)
                .set("subject", NONE)
                .set("resamples", 50);
        var folds =
                add(OwnNode.FOLD_ASSIGNER.factory(), rows).set("subject", NONE).set("folds", 2);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertSays(run.node(learner).warning(), "There is no cross-validation");
            assertSays(run.node(learner).warning(), "There is no subject column");
            assertSays(run.node(scorer).warning(), "No fold column is chosen");
            assertSays(run.node(scorer).warning(), "No subject column is chosen");
            assertEquals(0, run.table(scorer, 2).rowCount());
            assertSays(run.node(folds).warning(), "No subject column is chosen");
        }
    }

    @Test
    void aColumnThatIsNeededCannotBeNone() {
        var learner =
                add(OwnNode.ECGFOUNDER_LEARNER.factory(), TestTables.rows()).set("labels/label", NONE);
        try (var run = workflow.run()) {
            assertSays(run.node(learner).message(), "No label column is chosen, but one is needed here.");
        }
    }

    @Test
    void theScorerScoresRowsWhoseFoldsAreEmpty() {
        var scorer = add(
                        OwnNode.CV_SCORER.factory(),
                        withoutValues(withoutValues(TestTables.predictions(), "Fold"), "Subject"))
                .set("resamples", 50);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals(0.9, (Double) run.table(scorer, 1).get("Accuracy", 0), 1e-12);
            assertSays(run.node(scorer).warning(), "The column \"Fold\" holds no value in any row");
            assertSays(run.node(scorer).warning(), "The column \"Subject\" holds no value in any row");
        }
    }

    @Test
    void theFoldAssignerDividesRowsWhoseSubjectsAreEmpty() {
        var folds = add(OwnNode.FOLD_ASSIGNER.factory(), withoutValues(TestTables.rows(), "Subject"));
        var none = add(OwnNode.FOLD_ASSIGNER.factory(), withoutValues(TestTables.rows(), "Fold"))
                .set("mode", "COPY");
        try (var run = workflow.run()) {
            assertEquals(NodeState.EXECUTED, run.node(folds).state(), run.node(folds)::message);
            assertEquals(0L, run.table(folds, 1).column("Fold").counts().getOrDefault("?", 0L));
            assertSays(run.node(folds).warning(), "The column \"Subject\" holds no value in any row");
            assertSays(run.node(none).message(), "the fold column holds no value");
        }
    }

    @Test
    void thePredictorTakesRowsWhoseRatesAndLeadsAreEmpty() {
        var rows = TestTables.rows();
        var learner = add(OwnNode.ECGFOUNDER_LEARNER.factory(), rows)
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var doubles = with(rows, Column.doubles("Sampling rate", new Double[rows.rowCount()]));
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(withoutValues(doubles, "Lead")));
        var withRates = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(rows));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var warning = run.node(predictor).warning();
            assertSays(warning, "The column \"Sampling rate\" holds no value in any row");
            assertSays(warning, "The column \"Lead\" holds no value in any row");
            assertSays(warning, "24 recordings have no sampling rate");
            assertSays(warning, "They are assumed to have 360 Hz");
            assertEquals("", run.node(withRates).warning());
            assertArrayEquals(
                    run.table(withRates, 1).column("Logit (ECGFounder)").doubles(),
                    run.table(predictor, 1).column("Logit (ECGFounder)").doubles());
        }
    }

    /** An empty label column is the label column's fault. */
    @Test
    void aLabelColumnWithoutLabelsIsNamed() {
        var scorer = add(OwnNode.CV_SCORER.factory(), withoutValues(TestTables.predictions(), "Class"));
        var learner = add(OwnNode.ECGFOUNDER_LEARNER.factory(), withoutValues(TestTables.rows(), "Class"));
        try (var run = workflow.run()) {
            assertSays(run.node(scorer).message(), "Column \"Class\" holds no label at all");
            assertSays(run.node(learner).message(), "The label column holds no label");
        }
    }
}
