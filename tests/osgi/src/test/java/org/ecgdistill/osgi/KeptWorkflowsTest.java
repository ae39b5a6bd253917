package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an earlier version saved is opened, runs, and its models say what they said. */
class KeptWorkflowsTest {
    private static final String PREDICTOR = "ECG Model Predictor";

    /** Other processors and other versions of PyTorch may add in another order. */
    private static final double TOLERANCE = 1e-4;

    static Stream<Path> workflows() throws IOException {
        return KeptWorkflows.all();
    }

    static Stream<Path> workflowsWithAPredictor() throws IOException {
        return KeptWorkflows.with(PREDICTOR);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itsDataAreThereAndWhatComesOutNowLooksTheSame(Path file) {
        try (var kept = open(file).run(RunOptions.defaults().keepingExecuted());
                var now = open(file).run()) {
            for (var node : kept.nodes()) {
                assertEquals(List.of(), node.loadErrors(), node::label);
                assertTrue(node.isExecuted() && node.seconds() == 0, () -> node.label() + " has lost its data");
                assertTrue(
                        now.node(node.label()).isExecuted(), () -> now.failure().orElseThrow());
                assertSameForm(kept, now, node);
            }
        }
    }

    /** A kept model is asked again: the predictor gets another name for its columns, so it alone is executed anew. */
    @ParameterizedTest
    @MethodSource("workflowsWithAPredictor")
    void itsModelSaysWhatItSaid(Path file) {
        try (var kept = open(file).run(RunOptions.defaults().keepingExecuted());
                var now = open(file)
                        .set(PREDICTOR + "/name", "Now")
                        .run(RunOptions.defaults().keepingExecuted())) {
            assertTrue(now.succeeded(), () -> now.failure().orElseThrow());
            assertEquals(
                    1, now.nodes().stream().filter(node -> node.seconds() > 0).count(), "only the predictor runs");
            var said = logits(kept.table(PREDICTOR, 1), "");
            var says = logits(now.table(PREDICTOR, 1), "(Now)");
            assertTrue(said.length > 0);
            assertArrayEquals(said, says, TOLERANCE);
        }
    }

    /** So that a release cannot forget: a version keeps one workflow for each node that it has. */
    @Test
    void everyNodeIsInAKeptWorkflow() throws IOException {
        for (var node : OwnNode.values()) {
            assertFalse(
                    KeptWorkflows.with(node.title()).toList().isEmpty(),
                    () -> "No kept workflow has the node " + node.title()
                            + ". Run `mvn verify -Decgdistill.keep=VERSION` and commit what it adds to"
                            + " tests/osgi/src/test/resources/kept.");
        }
    }

    /** Keeps the workflows below {@code tests/workflows/nodes}, executed, for a version; run on request only. */
    @Test
    void keepThoseOfANewVersion() throws IOException {
        var folder = KeptWorkflows.newVersion();
        assumeTrue(folder != null, "only with -Decgdistill.keep=VERSION");
        for (var node : OwnNode.values()) {
            var file = folder.resolve(node.fileName() + ".knwf");
            if (!Files.exists(file)) {
                var workflow = TestPlatform.root().resolve("tests/workflows/nodes/" + node.fileName());
                try (var run = TestPlatform.withTorch().open(workflow).run()) {
                    assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
                    KeptWorkflows.keep(run, workflow, file);
                }
            }
        }
    }

    private static Workflow open(Path file) {
        return TestPlatform.withTorch().open(file);
    }

    private static void assertSameForm(Run kept, Run now, NodeReport node) {
        for (var port : node.ports()) {
            if (port.isTable()) {
                var before = kept.table(node.label(), port.index());
                var after = now.table(node.label(), port.index());
                assertEquals(before.rowCount(), after.rowCount(), node.label() + " port " + port.index());
                assertTrue(
                        form(after).containsAll(form(before)),
                        () -> node.label() + " port " + port.index() + " had " + form(before) + " and has "
                                + form(after));
            } else {
                assertNotNull(now.port(node.label(), port.index()));
            }
        }
    }

    private static List<String> form(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + ": " + column.type().title())
                .collect(Collectors.toList());
    }

    private static double[] logits(Table table, String name) {
        return table.columns().stream()
                .filter(column ->
                        column.name().startsWith("Logit") && column.name().endsWith(name))
                .findFirst()
                .orElseThrow()
                .doubles();
    }
}
