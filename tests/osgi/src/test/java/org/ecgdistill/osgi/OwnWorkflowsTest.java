package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workflow that the project ships runs as it is. */
class OwnWorkflowsTest {

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
        try (var run = TestPlatform.withTorch().open(workflow).run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElse("nodes: " + run.nodes()));
            for (var node : run.nodes()) {
                assertEquals(List.of(), node.loadErrors(), node::label);
            }
            run.writeResults(results);
            assertTrue(Files.readString(results.resolve("report.json")).contains("\"succeeded\": true"));
        }
    }
}
