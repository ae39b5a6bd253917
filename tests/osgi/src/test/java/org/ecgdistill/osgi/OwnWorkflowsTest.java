package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workflow that the project ships runs as it is. */
class OwnWorkflowsTest {

    static Stream<Path> workflows() throws IOException {
        var folder = TestPlatform.root().resolve("tests/workflows");
        try (var folders = Files.list(folder)) {
            return folders
                    .filter(workflow -> Files.exists(workflow.resolve("workflow.knime")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itRunsAndItsResultsAreWritten(Path workflow, @TempDir Path results) throws IOException {
        try (var run = Knime.get().open(workflow).run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElse("nodes: " + run.nodes()));
            for (var node : run.nodes()) {
                assertEquals(List.of(), node.loadErrors(), node::label);
            }
            run.writeResults(results);
            assertTrue(Files.readString(results.resolve("report.json")).contains("\"succeeded\": true"));
        }
    }
}
