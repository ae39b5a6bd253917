package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ECG Generator as an analyst meets it. What its signals are like is tested where they are made. */
class EcgGeneratorNodeTest {

    @Test
    void itsDefaultsMakeASmallDataSet() {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory());
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals("", run.node(generator).warning());
            var records = run.table(generator, 1);
            assertEquals(
                    List.of("Record", "Subject", "Lead", "Sampling rate", "Signal", "Class"), records.columnNames());
            assertEquals(40, records.rowCount());
            assertEquals(20, new HashSet<>(records.column("Subject").values()).size());
            assertEquals(Map.of("II", 40L), records.column("Lead").counts());
            assertEquals(Map.of(360.0, 40L), records.column("Sampling rate").counts());
            assertEquals(
                    Map.of("normal", 20L, "abnormal", 20L),
                    records.column("Class").counts());
            var signals = records.column("Signal");
            assertEquals(ColumnType.DOUBLE_LIST, signals.type());
            assertEquals(Map.of("source", "ECG Generator", "seed", "1"), signals.properties());
            for (var row = 0; row < 40; row++) {
                assertEquals(30 * 360, signals.signal(row).length);
            }
        }
    }

    /** Its view asks the node for the stretch that is seen; a page without a node would show nothing. */
    @Test
    void resultsHoldNoPageThatWouldStayEmpty(@TempDir Path folder) throws IOException {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 1).set("duration", 2);
        try (var run = workflow.run()) {
            run.writeResults(folder);
            try (var files = Files.list(folder)) {
                assertEquals(
                        List.of("1-ECG-Generator-port-1.csv", "1-ECG-Generator-port-2.csv", "report.json"),
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void everyBeatIsAnnotatedInTheReadersColumns() {
        var workflow = Knime.get().workflow();
        var generator =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 4).set("recordsPerSubject", 1);
        try (var run = workflow.run()) {
            var annotations = run.table(generator, 2);
            assertEquals(
                    List.of("Record", "Sample", "Time", "Symbol", "Class AAMI", "Subtype", "Channel", "Aux"),
                    annotations.columnNames());
            assertEquals(ColumnType.LONG, annotations.column("Sample").type());
            var classes = Map.of("N", "N", "L", "N", "R", "N", "A", "S", "V", "V");
            var abnormal = new HashSet<String>();
            for (var row = 0; row < annotations.rowCount(); row++) {
                var symbol = (String) annotations.get("Symbol", row);
                assertEquals(classes.get(symbol), annotations.get("Class AAMI", row));
                assertEquals((long) annotations.get("Sample", row) / 360.0, annotations.get("Time", row));
                if (!classes.get(symbol).equals("N")) {
                    abnormal.add((String) annotations.get("Record", row));
                }
            }
            var records = run.table(generator, 1);
            for (var row = 0; row < records.rowCount(); row++) {
                assertEquals(
                        abnormal.contains(records.get("Record", row)) ? "abnormal" : "normal",
                        records.get("Class", row));
            }
        }
    }

    @Test
    void leadsAreThoseAskedFor() {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", 1)
                .set("leads", "i, II,III")
                .set("wander", null)
                .set("muscle", null);
        try (var run = workflow.run()) {
            var records = run.table(generator, 1);
            assertEquals(
                    List.of("I", "II", "III", "I", "II", "III"),
                    records.column("Lead").strings());
            var signals = records.column("Signal");
            var third = signals.signal(2);
            var first = signals.signal(0);
            var second = signals.signal(1);
            for (var i = 0; i < third.length; i++) {
                assertEquals(second[i] - first[i], third[i], 1e-12);
            }
        }
    }

    @Test
    void theSeedDecides() {
        var first = signals(Map.of("seed", 5));
        assertArrayEquals(first.signal(0), signals(Map.of("seed", 5)).signal(0));
        assertNotEquals(first.signal(0)[0], signals(Map.of("seed", 6)).signal(0)[0]);
        assertEquals("5", first.properties().get("seed"));
    }

    @Test
    void withoutAFixedSeedEachRunIsAnotherAndSaysWhichSeedItTook() {
        var first = signals(Map.of("useSeed", false));
        var second = signals(Map.of("useSeed", false));
        assertNotEquals(first.signal(0)[0], second.signal(0)[0]);
        var again = signals(Map.of("seed", Long.parseLong(first.properties().get("seed"))));
        assertArrayEquals(first.signal(0), again.signal(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate | -360 | The sampling rate must be between 50 and 10000 Hz, but is -360 Hz.",
                "duration | 0 | A record must last at least 1 s, but 0 s are asked for.",
                "subjects | 0 | The number of subjects must be between 1 and 1000000, but is 0.",
                "leads | II, V9 | The lead \"V9\" is unknown. Known leads are I, II, III",
                "ventricular | 60 | The shares of supraventricular and ventricular beats must not be negative",
                "blocked | 101 | The share of subjects with a bundle branch block must be between 0 and 1",
                "likeness | -1 | The likeness of premature and normal beats must be between 0 and 1",
                "affected | 101 | The share of subjects with premature beats must be between 0 and 1",
                "muscle | 1000 | The signal-to-noise ratio of the muscle noise must be between -30.0 and 100.0 dB"
            })
    void aBadSettingIsRefusedWithASentence(String parameter, String value, String sentence) {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory()).set(parameter, value);
        try (var run = workflow.run()) {
            assertFalse(run.succeeded());
            assertFalse(run.node(generator).isExecuted());
            var message = run.node(generator).message();
            assertTrue(message.contains(sentence), message);
        }
    }

    /**
     * KNIME replaces what a node's own validation refuses on loading by defaults; that must not happen to a bad value.
     */
    @Test
    void aBadSettingInAFileStopsTheNodeInsteadOfGivingWayToADefault(@TempDir Path folder) throws IOException {
        var original = TestPlatform.root().resolve("tests/workflows/first-workflow");
        try (var files = Files.walk(original)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var settings = folder.resolve("ECG Generator (#1)/settings.xml");
        var text = Files.readString(settings);
        var bad = text.replace("value=\"360.0\"", "value=\"-1.0\"");
        assertNotEquals(text, bad);
        Files.writeString(settings, bad);
        try (var run = Knime.get().open(folder).run()) {
            assertFalse(run.node("1").isExecuted());
            var message = run.node("1").message();
            assertTrue(message.contains("The sampling rate must be between 50 and 10000 Hz, but is -1 Hz."), message);
        }
    }

    /** A kept workflow knows nothing of bundle branch blocks; its records stay what they were. */
    @Test
    void workflowsOfEarlierVersionsMakeTheSameRecords() throws IOException {
        var file = KeptWorkflows.all()
                .filter(path -> path.getFileName().toString().equals("ecg-generator.knwf"))
                .findFirst()
                .orElseThrow();
        try (var kept = Knime.get().open(file).run(RunOptions.defaults().keepingExecuted());
                var now = Knime.get().open(file).run()) {
            var before = kept.table("ECG Generator", 1).column("Signal");
            var after = now.table("ECG Generator", 1).column("Signal");
            assertTrue(before.size() > 0);
            for (var row = 0; row < before.size(); row++) {
                assertArrayEquals(before.signal(row), after.signal(row), 1e-9);
            }
            assertEquals(
                    kept.table("ECG Generator", 2).column("Symbol").values(),
                    now.table("ECG Generator", 2).column("Symbol").values());
        }
    }

    /** With its defaults the generator makes beats that a network cannot tell apart without a mistake, nor by chance. */
    @Test
    void aNetworkMakesMistakesOnItsDefaults() {
        var workflow = TestPlatform.withTorch().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory());
        var segmenter = workflow.add(OwnNode.ECG_SEGMENTER.factory());
        workflow.connect(generator, 1, segmenter, 1).connect(generator, 2, segmenter, 2);
        var folds =
                workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(segmenter).set("folds", 3);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(folds)
                .set("distillation/method", "LABELS")
                .set("training/epochs", 3);
        var scorer = workflow.add(OwnNode.CV_SCORER.factory()).from(student).set("resamples", 0);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var auroc = (Double) run.table(scorer, 1).get("AUROC", 0);
            assertTrue(auroc > 0.75 && auroc < 0.995, "AUROC of " + auroc);
        }
    }

    @Test
    void mainsNeedsASufficientRate() {
        var workflow = Knime.get().workflow();
        var generator =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("rate", 100).set("mains", 20);
        try (var run = workflow.run()) {
            var message = run.node(generator).message();
            assertTrue(message.contains("Mains interference of 50 Hz needs a sampling rate above 100 Hz"), message);
        }
    }

    /** The signal column that a small generator makes with these settings. */
    private static Column signals(Map<String, Object> settings) {
        var workflow = Knime.get().workflow();
        var generator =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 2).set("duration", 5);
        settings.forEach(generator::set);
        try (var run = workflow.run()) {
            return run.table(generator, 1).column("Signal");
        }
    }
}
