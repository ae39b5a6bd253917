package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.predictions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CV Scorer as an analyst meets it. What its figures are worth is tested where they are computed. */
class CvScorerNodeTest {

    private static final int ROWS = 120;

    @Test
    void comparesWhatItFindsWithoutASetting() {
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory()).from(workflow.add(predictions()));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var summary = run.table(scorer, 1);
            assertEquals(List.of("ResNet-1D", "Rules"), summary.column("Model").strings());
            // By hand: every tenth row is turned, so 12 of 120 are wrong.
            assertEquals(0.9, (Double) summary.get("Accuracy", 0), 1e-12);
            assertTrue((Double) summary.get("AUROC (low)", 0) < (Double) summary.get("AUROC", 0));
            assertTrue(summary.column("AUROC").isMissing(1));
            assertEquals(6, run.table(scorer, 2).rowCount());
            assertEquals(18, run.table(scorer, 3).rowCount());
            assertTrue(run.table(scorer, 4).column("Curve").strings().contains("Decision"));
            assertEquals(4, run.table(scorer, 5).rowCount());
            var errors = run.table(scorer, 6);
            assertTrue(errors.column("Wrong").strings().contains("Rules"));
            assertTrue(run.node(scorer).warning().contains("its predictions are not marked as out of fold"));
        }
    }

    @Test
    void writesTheReport(@TempDir Path folder) throws IOException {
        var file = folder.resolve("report.html");
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(predictions()))
                .set("reportFile", file)
                .set("title", "Two models")
                .set("resamples", 100);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var page = Files.readString(file);
            assertTrue(page.contains("<h1>Two models</h1>"));
            var accuracy = (Double) run.table(scorer, 1).get("Accuracy", 0);
            assertTrue(page.contains(String.format(Locale.ROOT, "%.3f", accuracy)));
        }
    }

    /**
     * As KNIME stores a place in the workflow's own data area, and as the first workflows stored any place: a text named
     * "report".
     */
    @Test
    void writesTheReportWhereASavedWorkflowSays(@TempDir Path folder) throws IOException {
        var saved = folder.resolve("saved");
        var first = TestPlatform.withTorch().workflow();
        var generator = first.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", 12)
                .set("ventricular", 25)
                .set("duration", 6);
        var folds = first.add(OwnNode.FOLD_ASSIGNER.factory()).from(generator).set("folds", 2);
        var learner =
                first.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(folds).set("training/epochs", 1);
        first.add(OwnNode.CV_SCORER.factory()).from(learner).set("resamples", 100);
        try (var run = first.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            run.save(saved);
        }
        var settings = settingsOfScorer(saved);
        var chosen = Pattern.compile("<config key=\"reportFile\">\\s*<config key=\"path\">.*?</config>", Pattern.DOTALL)
                .matcher(Files.readString(settings));

        var report = folder.resolve("report.html");
        Files.writeString(
                settings,
                chosen.replaceFirst(Matcher.quoteReplacement(
                        "<entry key=\"report\" type=\"xstring\" value=\"" + report + "\"/><config key=\"unused\">")));
        runs(saved);
        assertTrue(Files.readString(report).contains("ECGFounder"));

        Files.writeString(settings, chosen.replaceFirst("""
                        <config key="reportFile"><config key="path">
                        <entry key="location_present" type="xboolean" value="true"/>
                        <entry key="file_system_type" type="xstring" value="RELATIVE"/>
                        <entry key="file_system_specifier" type="xstring" value="knime.workflow.data"/>
                        <entry key="path" type="xstring" value="results/report.html"/>
                        </config>
                        """));
        runs(saved);
        assertTrue(Files.readString(saved.resolve("data/results/report.html")).contains("ECGFounder"));

        Files.writeString(settings, chosen.replaceFirst("""
                        <config key="reportFile"><config key="path">
                        <entry key="location_present" type="xboolean" value="false"/>
                        </config>
                        """));
        runs(saved);
    }

    private static void runs(Path saved) {
        try (var run = TestPlatform.withTorch().open(saved).run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        }
    }

    private static Path settingsOfScorer(Path workflow) throws IOException {
        try (var files = Files.walk(workflow)) {
            return files.filter(file -> file.endsWith("settings.xml"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith("CV Scorer"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As KNIME's own learners and predictors name their columns: a probability of each class, and a suffix by choice. */
    @Test
    void scoresWhatKnimesOwnLearnersPredict() {
        var given = predictions();
        var label = named(given, "block (left)", "normal");
        var ill = probabilities(label, "block (left)");
        var well = complement(ill);
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(Table.of(
                        Column.strings("Class", label),
                        given.column("Subject"),
                        given.column("Fold"),
                        Column.doubles("P (Class=block (left))", ill),
                        Column.doubles("P (Class=normal)", well),
                        Column.strings("Prediction (Class)", label),
                        Column.doubles("P (Class=block (left))_RF", well),
                        Column.doubles("P (Class=normal)_RF", ill))))
                .set("resamples", 50);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var summary = run.table(scorer, 1);
            assertEquals(List.of("Model", "RF"), summary.column("Model").strings());
            assertEquals(1.0, summary.get("AUROC", 0));
            assertEquals(0.0, summary.get("AUROC", 1));
        }
    }

    /** The labels of a table under other names. */
    private static String[] named(Table table, String abnormal, String normal) {
        return table.column("Class").strings().stream()
                .map(name -> name.equals("abnormal") ? abnormal : normal)
                .toArray(String[]::new);
    }

    /** Those of a model that is right about each row. */
    private static Double[] probabilities(String[] labels, String type) {
        return Arrays.stream(labels).map(name -> name.equals(type) ? 0.9 : 0.2).toArray(Double[]::new);
    }

    private static Double[] complement(Double... probabilities) {
        return Arrays.stream(probabilities).map(one -> 1 - one).toArray(Double[]::new);
    }

    /** A bracket that is never closed belongs to the class. */
    @Test
    void classesMayHaveBrackets() {
        var given = predictions();
        var label = named(given, "block (left", "1) normal");
        var ill = probabilities(label, "block (left");
        var well = complement(ill);
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(Table.of(
                        Column.strings("Class", label),
                        given.column("Subject"),
                        given.column("Fold"),
                        Column.doubles("P (Class=block (left) (m)", ill),
                        Column.doubles("P (Class=1) normal) (m)", well),
                        Column.strings("Prediction (Class) (m)", label))))
                .set("resamples", 50);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals(List.of("m"), run.table(scorer, 1).column("Model").strings());
            assertEquals(1.0, run.table(scorer, 1).get("AUROC", 0));
        }
    }

    @Test
    void refusesInASentence() {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.CV_SCORER.factory()).from(workflow.add(Table.of(Column.strings("Class", "a", "b"))));
        try (var run = workflow.run()) {
            assertFalse(run.succeeded());
            assertTrue(
                    run.failure().orElseThrow().contains("has no predictions of \"Class\""),
                    run.failure().get());
        }
        var other = Knime.get().workflow();
        other.add(OwnNode.CV_SCORER.factory()).from(other.add(predictions())).set("models", "VQC");
        try (var run = other.run()) {
            assertTrue(
                    run.failure().orElseThrow().contains("There is no model \"VQC\""),
                    run.failure().get());
        }
        var logits = Knime.get().workflow();
        logits.add(OwnNode.CV_SCORER.factory())
                .from(logits.add(
                        Table.of(Column.strings("Class", "a", "b"), Column.doubles("P (Class=b) (m)", 2.5, 0.1))));
        try (var run = logits.run()) {
            assertTrue(
                    run.failure().orElseThrow().contains("must lie between 0 and 1"),
                    run.failure().get());
        }
    }

    @Test
    void anEmptyTableIsNoFault() {
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(Table.of(Column.strings("Class"), Column.doubles("P (Class=b) (m)"))));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals(0, run.table(scorer, 1).rowCount());
            assertEquals(
                    "The input table is empty: there is nothing to score.",
                    run.node(scorer).warning());
        }
    }
}
