package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.Refusals.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECG Reader with labels from a table beside the recordings. */
class LabelledRecordingsTest {
    private final Workflow workflow = Knime.get().workflow();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private void records(String... names) throws IOException {
        for (var name : names) {
            RecordingFiles.wfdb(folder, name, 250, new String[] {"I"}, new double[] {0, 1, 0, 2});
        }
    }

    private Node reader(Path place) {
        return workflow.add(OwnNode.ECG_READER.factory()).set("folder", place.toString());
    }

    private Run executed() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    @Test
    void labelsAndPersonsComeFromATable() throws IOException {
        records("A1", "A2", "A3");
        Files.writeString(folder.resolve("REFERENCE.csv"), "A1,N\nA2.mat,AF\nB1,N\n");
        var chosen = Files.writeString(
                elsewhere.resolve("all.txt"), "patient\tecg\tfinding\nP1\tA1\tflutter\nP1\ta2\tsinus\nP2\tA3\t\n");
        var unlabelled = reader(folder);
        var found = reader(folder).set("labels/from", "TABLE");
        var given = reader(folder)
                .set("labels/from", "TABLE")
                .set("labels/file", chosen.toString())
                .set("labels/label", "finding");
        var byNumber = reader(folder)
                .set("labels/from", "TABLE")
                .set("labels/file", chosen.toString())
                .set("labels/header", "YES")
                .set("labels/record", "2")
                .set("labels/label", "1");
        try (var run = executed()) {
            assertNull(run.table(unlabelled, 1).get("Class", 0));
            assertEquals(List.of(), run.node(unlabelled).warnings());
            var records = run.table(found, 1);
            assertEquals(run.table(unlabelled, 1).columnNames(), records.columnNames());
            assertEquals("N", records.get("Class", 0));
            assertEquals("AF", records.get("Class", 1));
            assertNull(records.get("Class", 2));
            assertEquals(List.of("A1", "A2", "A3"), records.column("Subject").strings());
            assertSays(
                    run.node(found).warning(),
                    "The table REFERENCE.csv names 1 recording that is not there; the first is \"B1\".",
                    "1 recording has no label in the table REFERENCE.csv; the first is \"A3\".");
            records = run.table(given, 1);
            assertEquals("sinus", records.get("Class", 1));
            assertEquals(List.of("P1", "P1", "P2"), records.column("Subject").strings());
            assertEquals(
                    Map.of("P1", 2L, "P2", 1L),
                    run.table(byNumber, 1).column("Class").counts());
        }
    }

    @Test
    void aTableThatDoesNotFitIsExplained() throws IOException {
        records("A1");
        var reader = reader(folder).set("labels/from", "TABLE");
        try (var run = workflow.run()) {
            assertSays(run.failure().orElseThrow(), "has no table of labels", "labels.csv");
        }
        Files.writeString(folder.resolve("labels.csv"), "B1,N\n");
        try (var run = workflow.run()) {
            assertSays(run.failure().orElseThrow(), "names none of the recordings", "\"B1\"", "\"A1\"");
        }
        reader.set("labels/file", elsewhere.resolve("gone.csv").toString());
        try (var run = workflow.run()) {
            assertSays(run.failure().orElseThrow(), "gone.csv does not exist");
        }
    }

    /** The counts are those of its REFERENCE.csv. */
    @Test
    @Tag("data")
    void theChallengeOf2017IsReadWithItsLabels() {
        var reader = reader(TestPlatform.data("cinc2017"))
                .set("labels/from", "TABLE")
                .set("wrongChecksum", "READ");
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals(
                    Map.of("N", 250L, "A", 250L, "O", 150L, "~", 50L),
                    records.column("Class").counts());
            assertEquals(700, records.column("Subject").counts().size());
            assertEquals("A", records.get("Class", 0));
            assertEquals("A00005", records.get("Record", 0));
        }
    }
}
