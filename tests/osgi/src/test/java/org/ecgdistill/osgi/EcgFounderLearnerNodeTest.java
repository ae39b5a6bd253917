package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.ROWS;
import static org.ecgdistill.osgi.TestTables.alternating;
import static org.ecgdistill.osgi.TestTables.folds;
import static org.ecgdistill.osgi.TestTables.rows;
import static org.ecgdistill.osgi.TestTables.signal;
import static org.ecgdistill.osgi.TestTables.signals;
import static org.ecgdistill.osgi.TestTables.with;
import static org.ecgdistill.osgi.TestTables.without;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECGFounder Learner as an analyst meets it. How well it learns is tested where training lives. */
class EcgFounderLearnerNodeTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    @Test
    void everyRowIsPredictedByAModelThatHasNotSeenItsFold() {
        var learner = learner(rows()).set("training/epochs", 2);
        try (var run = run()) {
            var table = run.table(learner, 1);
            assertEquals(
                    List.of(
                            "Signal",
                            "Sampling rate",
                            "Class",
                            "Subject",
                            "Fold",
                            "P (Class=b) (ECGFounder)",
                            "Prediction (Class) (ECGFounder)",
                            "Logit (ECGFounder)",
                            "Soft targets (ECGFounder)"),
                    table.columnNames());
            for (var row = 0; row < ROWS; row++) {
                var logit = (double) table.get("Logit (ECGFounder)", row);
                var soft = table.column("Soft targets (ECGFounder)").signal(row);
                assertEquals(3, soft.length);
                assertEquals(soft[(int) table.get("Fold", row)], logit, "the answer of the row's own fold");
                assertEquals(1 / (1 + Math.exp(-logit)), (double) table.get("P (Class=b) (ECGFounder)", row), 1e-12);
                assertEquals(logit >= 0 ? "b" : "a", table.get("Prediction (Class) (ECGFounder)", row));
            }
            var facts = table.column("Prediction (Class) (ECGFounder)").properties();
            assertEquals("true", facts.get("ecgdistill.outOfFold"));
            for (var fact : List.of("parameters", "bytes", "multiplyAccumulates", "trainingSeconds")) {
                assertTrue(Double.parseDouble(facts.get("ecgdistill." + fact)) > 0, fact);
            }
            assertEquals(
                    Long.parseLong(facts.get("ecgdistill.parameters")) * 4,
                    Long.parseLong(facts.get("ecgdistill.bytes")));
            var log = run.table(learner, 3);
            assertEquals(2 * (3 + 1), log.rowCount(), "epochs of three folds and of all rows");
            assertEquals(2, log.column("Fold").counts().get("?"));
            assertEquals(4, log.column("Kept").counts().get(true));
            assertEquals(4, log.column("Reason").counts().get("?"), "a reason beside each epoch that was kept");
            assertTrue(run.port(Integer.toString(learner.id()), 2).summary().contains("Class = a / b"));
        }
    }

    /** What the model says of the rows it has learnt from is what the Predictor says with it. */
    @Test
    void withoutFoldsTheModelItselfSpeaks() {
        var data = workflow.add(rows());
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(data)
                .set("labels/crossValidate", false)
                .set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(data)
                .set("name", "again");
        try (var run = run()) {
            assertTrue(
                    run.node(learner).warning().contains("There is no cross-validation"), run.node(learner)::warning);
            var learnt = run.table(learner, 1);
            var predicted = run.table(predictor, 1);
            assertEquals(
                    "false", learnt.column("Logit (ECGFounder)").properties().get("ecgdistill.outOfFold"));
            assertArrayEquals(
                    learnt.column("Logit (ECGFounder)").doubles(),
                    predicted.column("Logit (again)").doubles());
            assertEquals(
                    learnt.column("Prediction (Class) (ECGFounder)").strings(),
                    predicted.column("Prediction (Class) (again)").strings());
        }
    }

    /** The model remembers how its signals were prepared: the Predictor is given them as they came. */
    @Test
    void theModelFiltersNewRecordingsAsItsOwn() {
        var data = workflow.add(rows());
        var filtered = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(data)
                .set("labels/crossValidate", false)
                .set("preparation/filter", "FOUNDER")
                .set("training/epochs", 1);
        var plain = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(data)
                .set("labels/crossValidate", false)
                .set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(filtered, 2)
                .from(data)
                .set("name", "again");
        try (var run = run()) {
            assertArrayEquals(
                    logits(run, filtered),
                    run.table(predictor, 1).column("Logit (again)").doubles());
            assertNotEquals(logits(run, plain)[0], logits(run, filtered)[0]);
        }
    }

    @Test
    void aGraphicsProcessorIsUsedWhereThereIsOne() {
        var asked = learner(rows()).set("training/epochs", 1).set("training/device", "GPU");
        var automatic = learner(rows()).set("training/epochs", 1).set("training/device", "AUTO");
        try (var run = workflow.run()) {
            assertTrue(run.node(automatic).isExecuted(), "without a word of complaint");
            var report = run.node(asked);
            assertTrue(
                    report.isExecuted() || report.message().contains("PyTorch finds no graphics processor"),
                    report::message);
        }
    }

    /** A student can take over the teacher's final layer: it turns the features into the soft targets. */
    @Test
    @Tag("fixtures")
    void aBottleneckLeavesWhatStudentsAlignTo() {
        var learner = learner(rows())
                .set("start", "WEIGHTS")
                .set("weights", fixture("net1d_tiny.pth"))
                .set("bottleneck", 6)
                .set("training/epochs", 2);
        try (var run = run()) {
            assertTrue(run.node(learner).warning().contains("not one of the released"), run.node(learner)::warning);
            var table = run.table(learner, 1);
            var features = table.column("Features (ECGFounder)");
            assertEquals("3", features.properties().get("ecgdistill.folds"));
            assertEquals("6", features.properties().get("ecgdistill.width"));
            // [[[w1, …, w6, constant]], …]: one logit for each of three folds
            var layers = Pattern.compile("[\\[\\], ]+")
                    .splitAsStream(features.properties().get("ecgdistill.finalLayers"))
                    .filter(number -> !number.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertEquals(3 * 7, layers.length);
            for (var row = 0; row < ROWS; row++) {
                var all = features.signal(row);
                var soft = table.column("Soft targets (ECGFounder)").signal(row);
                assertEquals(18, all.length);
                for (var fold = 0; fold < 3; fold++) {
                    var logit = layers[7 * fold + 6];
                    for (var i = 0; i < 6; i++) {
                        assertTrue(Math.abs(all[6 * fold + i]) <= 1);
                        logit += layers[7 * fold + i] * all[6 * fold + i];
                    }
                    assertEquals(logit, soft[fold], 1e-5);
                }
            }
        }
    }

    /** With the head alone all folds share what they look at; with all layers each looks for itself. */
    @Test
    @Tag("fixtures")
    void attentionIsAddedWhereItIsAskedFor() {
        var head = learner(rows())
                .set("start", "WEIGHTS")
                .set("weights", fixture("net1d_tiny.pth"))
                .set("attention", true)
                .set("training/epochs", 1);
        var all = learner(rows()).set("attention", true).set("training/epochs", 1);
        var without = learner(rows()).set("training/epochs", 1);
        try (var run = run()) {
            assertFalse(run.table(without, 1).hasColumn("Attention (ECGFounder)"));
            for (var learner : List.of(head, all)) {
                var attention = run.table(learner, 1).column("Attention (ECGFounder)");
                assertEquals("3", attention.properties().get("ecgdistill.folds"));
                var width = Integer.parseInt(attention.properties().get("ecgdistill.width"));
                assertTrue(width > 1, () -> "steps: " + width);
                for (var row = 0; row < ROWS; row++) {
                    var parts = attention.signal(row);
                    assertEquals(3 * width, parts.length);
                    for (var fold = 0; fold < 3; fold++) {
                        var square = 0.0;
                        for (var i = fold * width; i < (fold + 1) * width; i++) {
                            assertTrue(parts[i] >= 0);
                            square += parts[i] * parts[i];
                            assertEquals(learner == head, parts[i] == parts[(i + width) % parts.length]);
                        }
                        assertEquals(1, square, 1e-5);
                    }
                }
            }
        }
    }

    @Test
    void severalClassesHaveALogitEach() {
        var labels = IntStream.range(0, ROWS)
                .mapToObj(i -> List.of("N", "S", "V").get(i % 3))
                .toArray(String[]::new);
        var learner = learner(with(rows(), Column.strings("Class", labels))).set("training/epochs", 1);
        var against = learner(with(rows(), Column.strings("Class", labels)))
                .set("labels/positive", "V")
                .set("training/epochs", 1);
        try (var run = run()) {
            var table = run.table(learner, 1);
            for (var row = 0; row < ROWS; row++) {
                var sum = 0.0;
                for (var name : List.of("N", "S", "V")) {
                    sum += (double) table.get("P (Class=" + name + ") (ECGFounder)", row);
                }
                assertEquals(1, sum, 1e-9);
                var soft = table.column("Soft targets (ECGFounder)").signal(row);
                assertEquals(9, soft.length);
                assertEquals(
                        soft[3 * (int) table.get("Fold", row) + 2], table.get("Logit (Class=V) (ECGFounder)", row));
            }
            assertTrue(run.table(against, 1).hasColumn("P (Class=V) (ECGFounder)"));
            assertFalse(run.table(against, 1).hasColumn("P (Class=N) (ECGFounder)"));
        }
    }

    @Test
    void theTwelveLeadsOfARecordAreOneExampleHoweverTheyLie() {
        // Neither in the usual order, which the model takes all the same, nor in that of the alphabet.
        var leads = List.of("V6", "V1", "II", "aVR", "V2", "I", "V3", "aVL", "III", "V4", "aVF", "V5");
        var count = leads.size();
        var records = new String[count * ROWS];
        var names = new String[count * ROWS];
        var labels = new String[count * ROWS];
        var folds = new Integer[count * ROWS];
        var signals = new double[count * ROWS][];
        var byLead = new ArrayList<Column>();
        for (var lead = 0; lead < count; lead++) {
            var ofLead = new double[ROWS][];
            for (var record = 0; record < ROWS; record++) {
                ofLead[record] = signal(record, lead + 1);
                var row = count * record + lead;
                records[row] = "r" + record;
                names[row] = leads.get(lead);
                signals[row] = ofLead[record];
                labels[row] = alternating()[record];
                folds[row] = folds()[record];
            }
            byLead.add(Column.signals(leads.get(lead), ofLead));
        }
        byLead.add(Column.strings("Class", alternating()));
        byLead.add(Column.integers("Fold", folds()));
        var rows = learner(Table.of(
                        Column.signals("Signal", signals),
                        Column.strings("Record", records),
                        Column.strings("Lead", names),
                        Column.strings("Class", labels),
                        Column.integers("Fold", folds)))
                .set("signals/layout", "ROWS")
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var columns = learner(Table.of(byLead.toArray(Column[]::new)))
                .set("signals/layout", "COLUMNS")
                .set("signals/leadColumns/manualFilter/manuallySelected", leads)
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var alone = learner(rows()).set("training/epochs", 1);
        try (var run = run()) {
            var byRow = run.table(rows, 1).column("Logit (ECGFounder)");
            var byColumn = run.table(columns, 1).column("Logit (ECGFounder)").doubles();
            for (var record = 0; record < ROWS; record++) {
                for (var lead = 0; lead < count; lead++) {
                    assertEquals(byColumn[record], byRow.doubles()[count * record + lead]);
                }
            }
            var ofOneLead = run.table(alone, 1).column("Logit (ECGFounder)");
            assertEquals(
                    parameters(ofOneLead) + 11 * 16 * 16, parameters(byRow), "the first layer reads all twelve leads");
        }
    }

    @Test
    void rowsThatCannotBeUsedAreToldOf() {
        var signals = signals();
        signals[3] = null;
        signals[4][7] = Double.NaN;
        var labels = alternating();
        labels[5] = null;
        var learner = learner(with(with(rows(), Column.signals("Signal", signals)), Column.strings("Class", labels)))
                .set("training/epochs", 1);
        try (var run = run()) {
            var warning = run.node(learner).warning();
            assertTrue(warning.contains("2 rows are left out"), warning);
            var logits = run.table(learner, 1).column("Logit (ECGFounder)");
            assertTrue(logits.isMissing(3) && logits.isMissing(4));
            assertFalse(logits.isMissing(5), "a row without a label is predicted");
        }
    }

    @Test
    void whatCannotBeLearntIsSaidInASentence(@TempDir Path folder) throws IOException {
        var text = Files.writeString(folder.resolve("weights.pth"), "no weights");
        var short3 = signals();
        short3[3] = new double[] {1, 2, 3};
        var empty = Table.of(Column.signals("Signal"), Column.strings("Class"), Column.doubles("Sampling rate"));
        new Refusals(workflow)
                .add(
                        learner(with(rows(), Column.signals("Signal", short3))),
                        "Row \"Row3\" has 4 samples at 500.0 Hz, but the model takes 250")
                .add(learner(empty), "The input table is empty")
                .add(learner(with(rows(), Column.strings("Class", repeated("a")))), "only one label, \"a\"")
                .add(
                        learner(with(
                                rows(),
                                Column.integers(
                                        "Fold",
                                        IntStream.range(0, ROWS)
                                                .mapToObj(i -> 1)
                                                .toArray(Integer[]::new)))),
                        "at least 2 folds")
                .add(learner(rows()).set("labels/positive", "x"), "No row has the positive class \"x\"")
                .add(learner(rows()).set("start", "WEIGHTS"), "No weights file is chosen")
                .add(learner(rows()).set("start", "WEIGHTS").set("weights", text), "is not a PyTorch checkpoint")
                .add(
                        learner(rows()).set("start", "WEIGHTS").set("weights", folder.resolve("none.pth")),
                        "none.pth\" could not be read")
                .add(learner(Table.of(Column.strings("Class", "a", "b"))), "No signal column is chosen")
                .add(learner(without(rows(), "Sampling rate")), "sampling rate is not known")
                .add(
                        learner(with(rows(), Column.strings("Logit (ECGFounder)", alternating()))),
                        "Give this model another name")
                .add(learner(rows()).set("training/rate", -1.0), "learning rate must be above 0")
                .add(learner(rows()).set("training/rate", 1e30), "Training broke down")
                .add(learner(rows()).set("training/libtorch", folder.resolve("none")), "There is no folder")
                .check();
    }

    @Test
    @Tag("fixtures")
    void weightsOfAnotherFormAreRefused() {
        var twelve = learner(rows()).set("start", "WEIGHTS").set("weights", fixture("net1d_tiny_12lead.pth"));
        var old = learner(rows()).set("start", "WEIGHTS").set("weights", fixture("net1d_tiny_legacy.pth"));
        try (var run = workflow.run()) {
            assertTrue(run.node(twelve).message().contains("The weights are for recordings of 12 lead(s)"));
            assertTrue(run.node(old).message().contains("before version 1.6"), run.node(old)::message);
        }
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        var first = learner(rows()).set("training/epochs", 1).set("training/threads", 1);
        var same = learner(rows()).set("training/epochs", 1).set("training/threads", 4);
        var other = learner(rows()).set("training/epochs", 1).set("training/seed", 2);
        try (var run = run()) {
            assertArrayEquals(logits(run, first), logits(run, same));
            assertNotEquals(logits(run, first)[0], logits(run, other)[0]);
        }
    }

    private static double[] logits(Run run, Node learner) {
        return run.table(learner, 1).column("Logit (ECGFounder)").doubles();
    }

    private Run run() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    private static int parameters(Column column) {
        return Integer.parseInt(column.properties().get("ecgdistill.parameters"));
    }

    private Node learner(Table table) {
        return workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(workflow.add(table));
    }

    private static String[] repeated(String label) {
        return IntStream.range(0, ROWS).mapToObj(i -> label).toArray(String[]::new);
    }

    private static Path fixture(String name) {
        // The build hands on an empty place where none is given.
        var given = System.getProperty("ecgdistill.fixtures", "");
        var file = TestPlatform.root()
                .resolve(given.isBlank() ? "../shared/fixtures" : given)
                .resolve("net1d")
                .resolve(name)
                .normalize();
        assumeTrue(Files.exists(file), () -> "skipped: no file " + file + " (set -Decgdistill.fixtures=DIR)");
        return file;
    }
}
