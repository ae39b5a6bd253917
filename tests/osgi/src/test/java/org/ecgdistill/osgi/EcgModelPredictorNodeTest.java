package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECG Model Predictor as an analyst meets it. */
class EcgModelPredictorNodeTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    /** With nothing but connections set, generated recordings are learnt from and others predicted. */
    @Test
    void defaultsGoThroughFromGeneratorToPredictor() {
        var known =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 4).set("duration", 4.0);
        var unknown = workflow.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", 2)
                .set("duration", 4.0)
                .set("seed", 9);
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(known);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(unknown);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var table = run.table(predictor, 1);
            assertEquals(4, table.rowCount());
            for (var probability :
                    table.column("P (Class=abnormal) (ECGFounder)").doubles()) {
                assertTrue(probability > 0 && probability < 1);
            }
        }
    }

    /** KNIME keeps the model beside the workflow: the same file that Model Writer would write. */
    @Test
    void theModelIsSavedWithTheWorkflow(@TempDir Path folder) throws IOException {
        var data =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 4).set("duration", 4.0);
        var learner =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(data).set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(data)
                .set("name", "again");
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var saved = folder.resolve("saved");
            run.save(saved);
            try (var files = Files.walk(saved)) {
                var model = files.filter(file -> file.getFileName().toString().equals("model"))
                        .findFirst()
                        .orElseThrow();
                try (var zip = new ZipFile(model.toFile())) {
                    assertEquals(
                            Set.of("manifest.json", "weights.safetensors"),
                            zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
                }
            }
            try (var second = TestPlatform.withTorch().open(saved).run()) {
                assertTrue(second.succeeded(), () -> second.failure().orElseThrow());
                assertArrayEquals(
                        run.table(predictor, 1).column("Logit (again)").doubles(),
                        second.table("ECG Model Predictor", 1)
                                .column("Logit (again)")
                                .doubles());
            }
        }
    }

    @Test
    void whatDoesNotFitIsSaidInASentence() {
        var rows = TestTables.rows();
        var count = rows.rowCount();
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows))
                .set("preparation/resample", false)
                .set("training/epochs", 1);
        var faster = TestTables.with(
                rows,
                Column.doubles(
                        "Sampling rate", Collections.nCopies(count, 500.0).toArray(Double[]::new)));
        var other = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(faster));
        var longer = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(
                        Table.of(Column.signals("Signal", new double[181]), Column.doubles("Sampling rate", 360.0))));
        var twice = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(learner);
        var leads = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(Table.of(
                        Column.signals("I", new double[180]),
                        Column.signals("II", new double[180]),
                        Column.doubles("Sampling rate", 360.0))))
                .set("signals/layout", "COLUMNS")
                .set("signals/leadColumns/manualFilter/manuallySelected", List.of("I", "II"));
        try (var run = workflow.run()) {
            assertTrue(run.node(other).message().contains("is sampled at 500.0 Hz, but the model takes 360.0 Hz"));
            assertTrue(run.node(longer).message().contains("has 181 samples, but the model takes 180"));
            assertTrue(run.node(twice).message().contains("Give this model another name"));
            assertTrue(run.node(leads).message().contains("has 2 leads, but the model takes 1"));
            for (var node : List.of(other, longer, twice, leads)) {
                assertEquals(NodeState.FAILED, run.node(node).state());
            }
        }
    }

    @Test
    void emptyTablesAndMissingSignalsPassThrough() {
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(TestTables.rows()))
                .set("training/epochs", 1);
        var empty = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(Table.of(Column.signals("Signal"), Column.doubles("Sampling rate"))));
        var missing = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(workflow.add(Table.of(
                        Column.signals("Signal", null, new double[180]),
                        Column.doubles("Sampling rate", 360.0, 360.0))));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals(0, run.table(empty, 1).rowCount());
            assertTrue(run.table(empty, 1).hasColumn("Logit (ECGFounder)"));
            var logits = run.table(missing, 1).column("Logit (ECGFounder)");
            assertTrue(logits.isMissing(0));
            assertTrue(Double.isFinite((double) logits.get(1)));
            assertTrue(run.node(missing).warning().contains("1 row is left out"));
        }
    }
}
