package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every workflow that the project ships runs as it is, the long ones on less data. What runs is the .knwf file, which
 * is left in {@code target/workflows} to be given away.
 */
class OwnWorkflowsTest {
    private static final Map<String, String> FEW_STEPS = Map.of(
            "5/training/epochs", "1", "6/training/epochs", "1", "7/training/epochs", "1", "8/training/epochs", "1");
    private static final Map<String, String> FEW_STEPS_OF_NETWORKS =
            Map.of("5/training/epochs", "1", "6/training/epochs", "1", "7/training/epochs", "1");

    private static final Map<String, String> FEW_STEPS_OF_SIX = IntStream.rangeClosed(6, 11)
            .boxed()
            .collect(Collectors.toMap(node -> node + "/training/epochs", node -> "1"));

    /** The recordings and the teacher in the workflow of the demonstration. */
    private static final Path DEMO = TestPlatform.root().resolve("tests/workflows/demo/data");

    /** What makes a workflow short enough for a test: parameters by the workflow's name. */
    private static final Map<String, Map<String, String>> SHORT = Map.of(
            "demo",
            with(FEW_STEPS_OF_SIX, Map.of("1/end", "10")),
            "atrial-fibrillation",
            with(
                    FEW_STEPS_OF_SIX,
                    Map.of(
                            "1/folder",
                            DEMO.resolve("cinc2017").toString(),
                            "3/file",
                            DEMO.resolve("openecg/openecg-rhythm.onnx").toString(),
                            "1/end",
                            "10",
                            "7/learningCurve",
                            "0.15",
                            "9/learningCurve",
                            "")),
            "demo-generated",
            with(FEW_STEPS, Map.of("ECG Generator/subjects", "6", "ECG Generator/duration", "8")),
            "demo-mit-bih",
            with(FEW_STEPS, Map.of("ECG Reader/folder", RecordingFiles.beats().toString())),
            "from-recording-to-report",
            Map.of("ECG Generator/subjects", "6", "ECG Generator/duration", "8"),
            "distil-ptb-xl",
            Map.of("3/training/epochs", "1", "4/training/epochs", "2", "5/training/epochs", "2"),
            "temperature-and-weight",
            with(
                    FEW_STEPS_OF_NETWORKS,
                    Map.of("7/distillation/temperatures", "1, 4", "7/distillation/alphas", "0.1, 0.9")),
            "quantum-student",
            FEW_STEPS,
            "external-validation",
            Map.of("5/training/epochs", "1", "6/training/epochs", "1"),
            "external-validation-mitdb",
            Map.of(
                    "5/training/epochs",
                    "1",
                    "6/training/epochs",
                    "1",
                    "1/folder",
                    RecordingFiles.beats().toString(),
                    "2/folder",
                    RecordingFiles.beats().toString()));

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static Stream<Path> workflows() throws IOException {
        var folder = TestPlatform.root().resolve("tests/workflows");
        try (var folders = Files.walk(folder, 2)) {
            return folders
                    .filter(workflow -> Files.exists(workflow.resolve("workflow.knime")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Every node has a small workflow that shows what it is for. */
    @ParameterizedTest
    @EnumSource
    void everyNodeHasAWorkflowOfItsOwn(OwnNode node) throws IOException {
        var workflow = TestPlatform.root().resolve("tests/workflows/nodes/" + node.fileName());
        assertTrue(Files.exists(workflow.resolve("workflow.knime")), () -> "there is no workflow " + workflow);
        assertTrue(Files.exists(workflow.resolve("workflow-metadata.xml")));
        try (var files = Files.list(workflow)) {
            assertTrue(files.anyMatch(folder -> folder.getFileName().toString().startsWith(node.title() + " (#")));
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itRunsAndItsResultsAreWritten(Path workflow, @TempDir Path results) throws IOException {
        var file = Path.of("target", "workflows", workflow.getFileName() + ".knwf");
        WorkflowArchives.write(workflow, file);
        var opened = TestPlatform.withTorch().open(file);
        SHORT.getOrDefault(workflow.getFileName().toString(), Map.of()).forEach(opened::set);
        try (var run = opened.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElse("nodes: " + run.nodes()));
            for (var node : run.nodes()) {
                assertEquals(List.of(), node.loadErrors(), node::label);
            }
            run.writeResults(results);
            assertTrue(Files.readString(results.resolve("report.json")).contains("\"succeeded\": true"));
        }
    }
}
