package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that run unchanged in real KNIME 5.8 and 5.12 run here. */
@Tag("fixtures")
class ExampleNodesTest {
    private static final String NODES = "org.ecgdistill.example.";

    private final Knime knime = TestPlatform.withExamples();

    @Test
    void sourceGainLearnerAndPredictorInARow(@TempDir Path folder) throws IOException {
        var workflow = knime.workflow();
        var sines = workflow.add(NODES + "SineSourceNodeFactory").set("rows", 3).set("offset", 1.0);
        var gain = workflow.add(NODES + "GainNodeFactory")
                .from(sines)
                .set("factor", 3)
                .set("output", "APPEND")
                .set("name", "Gained");
        var learner = workflow.add(NODES + "MeanLearnerNodeFactory").from(gain);
        var predictor =
                workflow.add(NODES + "MeanPredictorNodeFactory").from(learner).from(gain);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var scaled = run.table(gain, 1);
            var sum = 0.0;
            for (var row = 0; row < 3; row++) {
                var expected = new double[8];
                for (var i = 0; i < 8; i++) {
                    expected[i] = 3 * (Math.sin(2 * Math.PI * i * (row + 1) / 360) + 1);
                    sum += expected[i];
                }
                assertArrayEquals(expected, scaled.column("Gained").signal(row), 0);
            }
            assertEquals(
                    "Mean of \"Gained\"",
                    run.port(Integer.toString(learner.id()), 1).summary());
            var predicted = run.table(predictor, 1).column("Mean (Gained)").doubles();
            assertArrayEquals(new double[] {sum / 24, sum / 24, sum / 24}, predicted, 1e-12);

            var view = run.view(learner).orElseThrow();
            assertTrue(view.initialData().contains("\"signal\":\"Gained\""), view::initialData);
            run.writeResults(folder);
            var page = Files.readString(folder.resolve("3-Mean-Learner-view.html"));
            assertTrue(page.contains("3-Mean-Learner-view/mean.html"), page);
            assertTrue(page.contains("\\\"signal\\\":\\\"Gained\\\""), page);
            assertTrue(Files.exists(folder.resolve("3-Mean-Learner-view/mean.html")));
        }
    }

    @Test
    void columnThatIsNotThereIsRefusedBeforeExecution() {
        var workflow = knime.workflow();
        var table = workflow.add(Table.of(Column.signals("ECG", new double[] {1, 2})));
        var gain = workflow.add(NODES + "GainNodeFactory").from(table).set("signal", "EEG");
        try (var run = workflow.run()) {
            assertEquals(NodeState.FAILED, run.node(gain).state());
            assertTrue(run.failure().orElseThrow().contains("\"EEG\" is not in the input table: choose another."));
        }
    }

    @Test
    void parameterThatValidateRefuses() {
        var workflow = knime.workflow();
        var table = workflow.add(Table.of(Column.signals("ECG", new double[] {1, 2})));
        workflow.add(NODES + "GainNodeFactory")
                .from(table)
                .set("output", "APPEND")
                .set("name", " ");
        try (var run = workflow.run()) {
            assertTrue(run.failure().orElseThrow().contains("Give the new column a name."));
        }
    }

    @Test
    void missingValuesAndEmptyTables() {
        var workflow = knime.workflow();
        var some = workflow.add(Table.of(Column.signals("ECG", new double[] {1, Double.NaN}, null)));
        var none = workflow.add(Table.of(Column.signals("ECG")));
        var gained = workflow.add(NODES + "GainNodeFactory").from(some).set("factor", 2);
        var empty = workflow.add(NODES + "GainNodeFactory").from(none);
        var learner = workflow.add(NODES + "MeanLearnerNodeFactory").from(empty);
        try (var run = workflow.run()) {
            assertArrayEquals(
                    new double[] {2, Double.NaN},
                    run.table(gained, 1).column("ECG").signal(0));
            assertTrue(run.table(gained, 1).column("ECG").isMissing(1));
            assertEquals(0, run.table(empty, 1).rowCount());
            assertEquals(
                    "The column \"ECG\" holds no samples.", run.node(learner).message());
        }
    }

    @Test
    void fileIsChosenAndRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("lines.txt"), "one\ntwo\n");
        var workflow = knime.workflow();
        var loader = workflow.add(NODES + "LoaderNodeFactory").set("file", file);
        var lost = workflow.add(NODES + "LoaderNodeFactory").set("file", folder.resolve("lost.txt"));
        var idle = workflow.add(NODES + "LoaderNodeFactory");
        try (var run = workflow.run()) {
            assertEquals(
                    List.of("one", "two"), run.table(loader, 1).column("Line").strings());
            assertTrue(run.node(lost).message().contains("Check that the file exists"), run.node(lost)::message);
            assertEquals("Choose a file in the node's dialog.", run.node(idle).message());
            assertFalse(run.succeeded());
        }
    }
}
