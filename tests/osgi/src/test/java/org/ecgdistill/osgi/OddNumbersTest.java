package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;

/** Numbers that no recording should have, and predictions that are not numbers: what is reported of them, and that nothing is made up. */
class OddNumbersTest {

    private static final int SAMPLES = 180;

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    private static double[] filled(double value) {
        var signal = new double[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            signal[i] = i % 3 == 0 ? value : 0.1 * i;
        }
        return signal;
    }

    private static void assertSays(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" in: " + text);
    }

    /** With standardising a number beyond a float became none in the network's input, without it inside the network. */
    @Test
    void aRowOfHugeNumbersGetsNoPrediction() {
        var rows = workflow.add(TestTables.rows());
        var odd = Table.of(
                Column.signals(
                        "Signal",
                        filled(1),
                        filled(1e300),
                        filled(3e38),
                        filled(Double.POSITIVE_INFINITY),
                        new double[SAMPLES]),
                Column.doubles("Sampling rate", 360.0, 360.0, 360.0, 360.0, 360.0));
        var standardised =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(rows).set("training/epochs", 1);
        var raw = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(rows)
                .set("preparation/zScore", false)
                .set("training/epochs", 1);
        var first = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(standardised, 2)
                .from(workflow.add(odd));
        var second =
                workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory()).from(raw, 2).from(workflow.add(odd));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var ofFirst = run.table(first, 1);
            var ofSecond = run.table(second, 1);
            for (var name : Arrays.asList(
                    "P (Class=b) (ECGFounder)", "Prediction (Class) (ECGFounder)", "Logit (ECGFounder)")) {
                assertFalse(ofFirst.column(name).isMissing(0), name);
                assertTrue(ofFirst.column(name).isMissing(1), name);
                assertFalse(ofFirst.column(name).isMissing(2), "large, but a float: " + name);
                assertTrue(ofFirst.column(name).isMissing(3), name);
                assertFalse(ofFirst.column(name).isMissing(4), "flat, but a signal: " + name);
                for (var row = 1; row < 4; row++) {
                    assertTrue(ofSecond.column(name).isMissing(row), row + " of " + name);
                }
            }
            var warning = run.node(first).warning();
            assertSays(warning, "2 rows are left out and get no prediction");
            assertSays(warning, "\"Row1\" (samples are too large to compute with)");
            assertSays(warning, "\"Row3\" (samples are infinite)");
            assertSays(
                    warning, "In 1 recording a signal has the same value from the first sample to the last: \"Row4\"");
            assertSays(run.node(second).warning(), "1 recording gets no prediction from \"ECGFounder\"");
        }
    }

    @Test
    void ratesThatDifferBetweenLeadsOrRowsAreTold() {
        var records = Column.strings("Record", "r", "r", "s", "s", "t", "t");
        var leads = Column.strings("Lead", "I", "II", "I", "II", "I", "II");
        var classes = Column.strings("Class", "a", "a", "b", "b", "a", "a");
        var signals = Column.signals("Signal", filled(1), filled(2), filled(3), filled(4), filled(5), filled(6));
        var mixed = Table.of(
                records,
                leads,
                classes,
                signals,
                Column.doubles("Sampling rate", 360.0, 360.0, null, 360.0, 360.0, 500.0));
        var ofLeads = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(mixed))
                .set("signals/layout", "ROWS")
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var late = Table.of(
                Column.signals("Signal", filled(1), filled(2), filled(3), filled(4)),
                Column.strings("Class", "a", "b", "a", "b"),
                Column.doubles("Sampling rate", null, 360.0, 500.0, 360.0));
        var ofRows = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(late))
                .set("preparation/resample", false);
        var resampled = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(with(late, Column.doubles("Sampling rate", 360.0, 360.0, 360.0, null))))
                .set("training/epochs", 1);
        try (var run = workflow.run()) {
            assertSays(
                    run.node(ofLeads).warning(),
                    "2 rows are left out and get no prediction: \"t\" (its leads have different sampling rates, 360 Hz and"
                            + " 500 Hz)");
            assertFalse(
                    run.table(ofLeads, 1).column("Logit (ECGFounder)").isMissing(2), "one lead's rate is the record's");
            assertEquals(NodeState.FAILED, run.node(ofRows).state());
            assertSays(run.node(ofRows).message(), "The recordings have different sampling rates, 360 Hz and 500 Hz");
            assertSays(run.node(resampled).warning(), "\"Row3\" (the sampling rate is missing)");
        }
    }

    @Test
    void foldsThatAreChangedAfterTheTeacherAreNoticed() {
        var data = workflow.add(TestTables.rows());
        var teacher =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(data).set("training/epochs", 1);
        var same = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(teacher)
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(teacher)
                .set("folds", 3)
                .set("shuffle", true)
                .set("seed", 5);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(folds)
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        try (var run = workflow.run()) {
            assertEquals(NodeState.EXECUTED, run.node(same).state(), run.node(same)::message);
            assertEquals(NodeState.FAILED, run.node(student).state());
            assertSays(
                    run.node(student).message(),
                    "The folds have changed since the teacher \"Soft targets (ECGFounder)\" was trained");
        }
    }

    @Test
    void foldsOf37AndSubjectsThatLookAlikeAreNamed() {
        var rows = TestTables.rows();
        var folds = new Double[rows.rowCount()];
        var subjects = rows.column("Subject").strings().toArray(String[]::new);
        for (var row = 0; row < folds.length; row++) {
            folds[row] = row / 2 % 3 == 2 ? 3.7 : row / 2 % 3;
        }
        subjects[0] = "Anna";
        subjects[1] = "anna ";
        var odd = with(with(rows, Column.doubles("Fold", folds)), Column.strings("Subject", subjects));
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(odd))
                .set("training/epochs", 1);
        var copied = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(odd))
                .set("mode", "COPY");
        var label = Collections.nCopies(folds.length, "a").toArray(String[]::new);
        Arrays.setAll(label, i -> i % 2 == 0 ? "a" : "b");
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(with(
                        with(odd, Column.strings("Class", label)), Column.strings("Prediction (Class) (m)", label))))
                .set("resamples", 20);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            for (var node : Arrays.asList(learner, copied, scorer)) {
                assertSays(run.node(node).warning(), "numbers that are not whole: \"3.7\"");
                assertSays(run.node(node).warning(), "The subjects \"Anna\" and \"anna \" differ only");
            }
        }
    }
}
