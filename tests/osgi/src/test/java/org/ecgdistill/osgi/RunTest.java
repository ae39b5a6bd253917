package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestPlatform.COUNTER;
import static org.ecgdistill.osgi.TestPlatform.JOIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows run as they do in KNIME. */
class RunTest {
    private final Knime knime = TestPlatform.withTestNodes();

    @Test
    void tablesComeBackAsTheyWereGiven() {
        var given = Table.of(
                Column.strings("Text", "a", null, "ü, \"quoted\"\nnext line"),
                Column.integers("Integer", 1, null, Integer.MIN_VALUE),
                Column.longs("Long", 1L, null, Long.MAX_VALUE),
                Column.doubles("Double", 0.1, null, Double.NaN),
                Column.booleans("Boolean", true, null, false),
                Column.signals("Signal", new double[] {1, Double.NaN, 3}, null, new double[0])
                        .withProperty("unit", "mV"));
        var workflow = knime.workflow();
        var node = workflow.add(given);
        try (var run = workflow.run()) {
            assertEquals(given, run.table(node, 1));
            assertEquals(
                    Map.of("unit", "mV"), run.table(node, 1).column("Signal").properties());
            assertEquals(
                    List.of("a"), run.head("Given Table", 1, 1).column("Text").strings());
        }
    }

    @Test
    void aNodeRunsWithItsDefaultsAndWithWhatIsSet() {
        var workflow = knime.workflow();
        var standard = workflow.add(COUNTER);
        var changed = workflow.add(COUNTER)
                .set("rows", 5)
                .set("group/offset", 2)
                .set("names", List.of("x", "y"))
                .set("warning", "Careful.");
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertArrayEquals(
                    new int[] {0, 1, 2}, run.table(standard, 1).column("Number").integers());
            var samples = run.table(changed, 1).column("Samples");
            assertEquals(ColumnType.DOUBLE_LIST, samples.type());
            assertArrayEquals(new double[] {6, 0.5}, samples.signal(4));
            assertEquals("Careful.", run.node(changed).warning());
            assertEquals("", run.node(standard).warning());
        }
    }

    @Test
    void aFreshNodeChoosesItsDefaultsByItsInputsAndKeepsThem(@TempDir Path folder) {
        var workflow = knime.workflow();
        var counter = workflow.add(COUNTER);
        var fresh = workflow.add(JOIN).from(counter).from(counter);
        var set = workflow.add(JOIN).from(counter).from(counter).set("first", "given");
        try (var run = workflow.run()) {
            assertEquals("Number", run.table(fresh, 1).get("First", 0));
            assertEquals("given", run.table(set, 1).get("First", 0));
            run.save(folder.resolve("saved"));
        }
        try (var run = knime.open(folder.resolve("saved")).run()) {
            assertEquals("Number", run.table(Integer.toString(fresh.id()), 1).get("First", 0));
        }
    }

    @Test
    void nodesRunOnWorkersThatDoNotSeeThePluginsClasses() {
        var workflow = knime.workflow();
        var node = workflow.add(COUNTER);
        try (var run = workflow.run()) {
            var table = run.table(node, 1);
            assertTrue(table.column("Thread").strings().get(0).startsWith("KNIME-Worker-"));
            assertEquals(
                    Set.of(ClassLoader.getPlatformClassLoader().toString()),
                    Set.copyOf(table.column("Loader").strings()));
        }
    }

    @Test
    void independentBranchesRunSideBySide() {
        var workflow = knime.workflow();
        var left = workflow.add(COUNTER).set("rows", 10).set("pause", 50);
        var right = workflow.add(COUNTER).set("rows", 11).set("pause", 50);
        var join = workflow.add(JOIN).from(left).from(right);
        var overlap = new boolean[1];
        var executing = new HashSet<Integer>();
        var listener = new RunListener() {
            @Override
            public void changed(NodeReport node) {
                if (node.state() == NodeState.EXECUTING) {
                    executing.add(node.id());
                } else {
                    executing.remove(node.id());
                }
                overlap[0] |= executing.containsAll(Set.of(left.id(), right.id()));
            }
        };
        try (var run = workflow.run(RunOptions.defaults().with(listener))) {
            assertEquals(10L, run.table(join, 1).get("Left", 0));
            assertEquals(11L, run.table(join, 1).get("Right", 0));
            assertEquals(Runtime.getRuntime().availableProcessors() > 1, overlap[0]);
        }
    }

    @Test
    void afterAFailureNothingDownstreamIsExecuted() {
        var workflow = knime.workflow();
        var left = workflow.add(COUNTER).set("failAt", 1);
        var right = workflow.add(COUNTER);
        var join = workflow.add(JOIN).from(left).from(right);
        try (var run = workflow.run()) {
            assertFalse(run.succeeded());
            assertEquals(NodeState.FAILED, run.node(left).state());
            assertEquals(
                    "Node \"Counter (#1)\": Row 1 could not be counted. Count fewer rows.",
                    run.failure().orElseThrow());
            assertEquals(NodeState.EXECUTED, run.node(right).state());
            assertEquals(NodeState.CONFIGURED, run.node(join).state());
        }
    }

    @Test
    void aBugInANodeIsNamedAsOne() {
        var workflow = knime.workflow();
        var node = workflow.add(COUNTER).set("failAt", 0).set("failure", "BUG");
        try (var run = workflow.run()) {
            assertEquals("Execute failed: no such row 0", run.node(node).message());
            assertEquals(
                    IllegalStateException.class, run.cause(node).orElseThrow().getClass());
        }
    }

    @Test
    void configureAnnouncesColumnsAndExecutesNothing() {
        var workflow = knime.workflow();
        var node = workflow.add(COUNTER);
        var refused = workflow.add(COUNTER).set("rows", -1);
        try (var run = workflow.configure()) {
            assertEquals(NodeState.CONFIGURED, run.node(node).state());
            assertEquals(
                    List.of("Number", "Thread", "Loader", "Samples"),
                    run.spec(node, 1).orElseThrow().columnNames());
            assertEquals(NodeState.IDLE, run.node(refused).state());
            assertEquals(
                    "The number of rows is -1, but must not be negative.",
                    run.node(refused).warning());
        }
    }

    @Test
    void resultsAreWrittenForPeople(@TempDir Path folder) throws IOException {
        var workflow = knime.workflow();
        workflow.add(Table.of(
                Column.strings("Text", "a, b", "", null),
                Column.signals("Signal", new double[] {1, Double.NaN}, null, new double[0])));
        workflow.add(COUNTER).set("failAt", 0);
        try (var run = workflow.run()) {
            run.writeResults(folder);
        }
        assertEquals(
                "\uFEFFRowID,Text,Signal\r\nRow0,\"a, b\",[1.0; ?]\r\nRow1,\"\",\r\nRow2,,[]\r\n",
                Files.readString(folder.resolve("1-Given-Table-port-1.csv")));
        var report = Files.readString(folder.resolve("report.json"));
        assertTrue(report.contains("\"failure\": \"Node \\\"Counter (#2)\\\": Row 0 could not be counted."), report);
        assertTrue(report.contains("\"file\": \"1-Given-Table-port-1.csv\""), report);
    }

    @Test
    void aSavedWorkflowGivesTheSameTables(@TempDir Path folder) {
        var workflow = knime.workflow();
        var left = workflow.add(COUNTER).set("rows", 4);
        var right = workflow.add(COUNTER).set("group/offset", 7.5);
        var join = workflow.add(JOIN).from(left).from(right);
        var saved = folder.resolve("saved");
        try (var run = workflow.run()) {
            run.save(saved);
            try (var again = knime.open(saved).run();
                    var kept = knime.open(saved).run(RunOptions.defaults().keepingExecuted())) {
                assertEquals(run.table(join, 1), again.table(join, 1));
                assertEquals(
                        run.table(right, 1).column("Samples"),
                        again.table(right, 1).column("Samples"));
                assertEquals(run.table(right, 1), kept.table(right, 1), "kept data are the very same");
                assertEquals(0, kept.node(left).seconds());
            }
        }
    }

    /** As in KNIME, where a node is reset by new settings, and all that comes behind it with it. */
    @Test
    void whatIsSetIsExecutedAnewAndTheRestIsKept(@TempDir Path folder) {
        var workflow = knime.workflow();
        var left = workflow.add(COUNTER).set("rows", 4);
        var right = workflow.add(COUNTER).set("rows", 5);
        var join = workflow.add(JOIN).from(left).from(right);
        var saved = folder.resolve("saved");
        try (var run = workflow.run()) {
            run.save(saved);
        }
        try (var run = knime.open(saved)
                .set(right.id() + "/rows", 6)
                .run(RunOptions.defaults().keepingExecuted())) {
            assertEquals(0, run.node(left).seconds());
            assertEquals(4L, run.table(join, 1).get("Left", 0));
            assertEquals(6L, run.table(join, 1).get("Right", 0));
        }
    }

    @Test
    void aParameterOfALoadedWorkflowIsSet(@TempDir Path folder) {
        var workflow = knime.workflow();
        workflow.add(COUNTER);
        var saved = folder.resolve("saved");
        try (var run = workflow.run()) {
            run.save(saved);
        }
        try (var run =
                knime.open(saved).set("Counter/rows", "2").set("1/failAt", "7").run()) {
            assertEquals(2, run.table("Counter (#1)", 1).rowCount());
        }
        try (var run = knime.open(saved).set("Counter/failAt", "1").run()) {
            assertEquals(NodeState.FAILED, run.node("1").state());
            assertNull(run.cause("1").orElseThrow().getCause());
        }
    }
}
