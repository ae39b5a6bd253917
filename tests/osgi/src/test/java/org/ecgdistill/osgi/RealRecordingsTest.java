package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reader and segmenter on the MIT-BIH Arrhythmia Database and on PTB-XL. The counts of beats are those of the literature on
 * the division of de Chazal and colleagues (2004); escape beats count as N.
 */
@Tag("data")
class RealRecordingsTest {
    private static final Set<String> BESIDE_DS1 = Set.of("100", "102");

    private final Workflow workflow = Knime.get().workflow();

    private Node mitBih(Path folder) {
        return workflow.add(OwnNode.ECG_READER.factory())
                .set("folder", folder.toString())
                .set("leads", "MLII")
                .set("fallback", "FIRST_OTHER");
    }

    private static Run executed(Workflow workflow) {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    @Test
    void allRecordsOfTheDatabaseAreReadWithEveryBeat() {
        var reader = mitBih(TestPlatform.data("mitdb"));
        try (var run = executed(workflow)) {
            assertEquals(24, run.port(Integer.toString(reader.id()), 1).rows());
            var status = run.table(reader, 3);
            assertEquals(Map.of("read", 24L), status.column("Status").counts());
            for (var row = 0; row < status.rowCount(); row++) {
                // Record 102 has no lead MLII.
                assertEquals("102".equals(status.get("Record", row)), status.get("Message", row) != null);
            }
            var annotations = run.table(reader, 2);
            var classes = new TreeMap<String, Long>();
            for (var row = 0; row < annotations.rowCount(); row++) {
                var type = annotations.get("Class AAMI", row);
                if (type != null
                        && !BESIDE_DS1.contains(annotations.get("Record", row).toString())) {
                    classes.merge(type.toString(), 1L, Long::sum);
                }
            }
            assertEquals(Map.of("N", 45_866L, "S", 944L, "V", 3_788L, "F", 415L, "Q", 8L), classes);
        }
    }

    @Test
    void beatsOfDs1AreCutAndCountedByClass(@TempDir Path folder) throws IOException {
        try (var files = Files.list(TestPlatform.data("mitdb"))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !BESIDE_DS1.contains(name.substring(0, 3))) {
                    // No link: the reader does not follow one that leaves the folder.
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
        var reader = mitBih(folder);
        var segmenter = workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(reader, 1)
                .from(reader, 2)
                .set("label", "AAMI_CLASSES")
                .set("keepUnclassifiable", true);
        // Its report counts the rows of each class.
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(segmenter);
        try (var run = executed(workflow)) {
            var report = run.table(folds, 2);
            var classes = new TreeMap<String, Integer>();
            for (var type : List.of("N", "S", "V", "F", "Q")) {
                classes.put(
                        type,
                        Arrays.stream(report.column("Rows (Class=" + type + ")").integers())
                                .sum());
            }
            // The beats of the literature, but for 21 at the ends of the records.
            assertEquals(Map.of("N", 45_866 - 20, "S", 944, "V", 3_788, "F", 415 - 1, "Q", 8), classes);
            var warning = run.node(segmenter).warning();
            assertTrue(warning.startsWith("21 beats are left out, too close to an end"), warning);
        }
    }

    /** Counted with another program from the two tables of PTB-XL. */
    @Test
    void theRecordsOfPtbXlComeWithLabelsAndFolds() {
        var reader = workflow.add(OwnNode.ECG_READER.factory())
                .set("folder", TestPlatform.data("ptbxl").toString())
                .set("ptbXl/rate", "HZ_100")
                .set("leads", "II, V1");
        try (var run = executed(workflow)) {
            var records = run.table(reader, 1);
            assertEquals(Map.of("II", 95L, "V1", 95L), records.column("Lead").counts());
            assertEquals(
                    Map.of("normal", 76L * 2, "abnormal", 19L * 2),
                    records.column("Class").counts());
            assertEquals(Map.of("correct", 190L), records.column("Checksum").counts());
            assertEquals(1000, records.column("Signal").signal(0).length);
            assertEquals(
                    Map.of(0, 20L, 1, 20L, 2, 12L, 3, 20L, 4, 16L, 5, 18L, 6, 14L, 7, 14L, 8, 32L, 9, 24L),
                    records.column("Fold").counts());
            assertEquals(92, new HashSet<>(records.column("Subject").strings()).size());
        }
    }

    /** With synthetic recordings it comes, with others it runs. */
    @Test
    void theWorkflowOfTheProjectReadsAnotherFolder() {
        var shipped = Knime.get()
                .open(TestPlatform.root().resolve("tests/workflows/read-recordings"))
                .set("ECG Reader/folder", TestPlatform.data("mitdb").toString())
                .set("ECG Reader/end", 60);
        try (var run = executed(shipped)) {
            // All but 102, which has neither of the leads II and MLII.
            assertEquals(23, run.port("ECG Reader", 1).rows());
            var beats = run.table("Fold Assigner", 1);
            assertEquals(23, beats.column("Subject").counts().size());
            assertEquals(256, beats.column("Signal").signal(0).length);
            assertEquals(
                    Set.of("normal", "abnormal"), beats.column("Class").counts().keySet());
        }
    }
}
