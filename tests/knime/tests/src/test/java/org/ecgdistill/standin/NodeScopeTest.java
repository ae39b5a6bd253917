package org.ecgdistill.standin;

import static org.ecgdistill.standin.TestNode.ports;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.NodeContext;

/** What happens around a node: its outputs are written and read back, cancelling and failing leave nothing. */
class NodeScopeTest {

    private static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("Number", IntCell.TYPE).createSpec());
    private static final PortType TABLE = BufferedDataTable.TYPE;

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(null);
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
        assertFalse(Files.exists(workspace.temporaryFolder()));
        workspace.close();
    }

    private static BufferedDataTable numbers(ExecutionContext context, int count) {
        var container = context.createDataContainer(SPEC);
        for (var i = 0; i < count; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) i), new IntCell(i)));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataRow> rows(PortObject table) {
        var rows = new ArrayList<DataRow>();
        ((BufferedDataTable) table).forEach(rows::add);
        return rows;
    }

    private static PortObject[] objects(PortObject... objects) {
        return objects;
    }

    private long files() throws IOException {
        try (var files = Files.walk(workspace.temporaryFolder())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aTableIsReadBackFromDisk() throws Exception {
        var made = new PortObject[1];
        var node = workspace.addNode(1, "Source", TestNode.of(ports(), ports(TABLE), (in, context) -> {
            made[0] = numbers(context, 3);
            return made.clone();
        }));
        node.execute(ProgressListener.NONE);
        assertTrue(node.isExecuted());
        assertNotSame(made[0], node.output(0));
        assertEquals(3, rows(node.output(0)).size());
        assertEquals(
                new IntCell(2),
                ((DataTableSpec) node.outputSpec(0))
                        .getColumnSpec(0)
                        .getDomain()
                        .getUpperBound());
        assertEquals(3, files()); // data.zip, data.xml, spec.xml: nothing is left of the container
        node.reset();
        assertFalse(node.isExecuted());
        assertEquals(0, files());
    }

    @Test
    void aPortObjectIsReadBackWithItsFileAndCopiedForEachNode() throws Exception {
        var learner = workspace.addNode(
                1,
                "Learner",
                TestNode.of(
                                ports(),
                                ports(TextPort.TYPE),
                                (in, context) ->
                                        objects(TextPort.of("text", "stored", context.createFileStore("weights"))))
                        .keepingOutputs());
        learner.execute(ProgressListener.NONE);
        var received = new TextPort[1];
        var predictor = workspace.addNode(2, "Predictor", TestNode.of(ports(TextPort.TYPE), ports(), (in, context) -> {
            received[0] = (TextPort) in[0];
            return objects();
        }));
        predictor.execute(ProgressListener.NONE, learner.output(0));
        assertNotSame(learner.output(0), received[0]);
        assertEquals("text", received[0].text());
        assertEquals("stored", received[0].stored());
        assertEquals(learner.outputSpec(0), received[0].getSpec());
        assertSame(learner.output(0), ((PortObjectHolder) learner.model()).getInternalPortObjects()[0]);
    }

    @Test
    void whatIsSavedIsLoadedByAnotherWorkspace() throws Exception {
        var source = TestNode.of(
                        ports(),
                        ports(TABLE, TextPort.TYPE),
                        (in, context) -> objects(
                                numbers(context, 3), TextPort.of("text", "stored", context.createFileStore("weights"))))
                .keepingOutputs();
        var node = workspace.addNode(1, "Source", source);
        node.execute(ProgressListener.NONE);
        var settings = new NodeSettings("settings.xml");
        node.saveData(folder, settings, new ExecutionMonitor());
        assertTrue(Files.isRegularFile(folder.resolve("filestore/000/000/weights")));
        assertEquals("referenced_output", type(settings, 1));
        assertEquals("table", type(settings, 0));

        try (var other = Workspace.open(folder)) {
            var loaded = other.addNode(1, "Source", source);
            loaded.loadData(folder, settings, new ExecutionMonitor());
            assertEquals(rows(node.output(0)), rows(loaded.output(0)));
            assertEquals("stored", ((TextPort) loaded.output(1)).stored());
            assertSame(loaded.output(1), ((PortObjectHolder) loaded.model()).getInternalPortObjects()[1]);

            var again = new NodeSettings("settings.xml");
            loaded.saveData(folder, again, new ExecutionMonitor());
            assertEquals(settings, again);
            assertEquals(rows(node.output(0)), rows(loaded.output(0)));
            assertEquals("stored", ((TextPort) loaded.output(1)).stored());
        }
    }

    private static String type(NodeSettings settings, int object) throws Exception {
        return settings.getNodeSettings("internalObjects")
                .getNodeSettings("content")
                .getNodeSettings("object_" + object)
                .getString("type");
    }

    @Test
    void aNodeThatIsNotExecutedIsSavedWithoutData() throws Exception {
        var node = workspace.addNode(1, "Source", TestNode.of(ports(), ports(TABLE), (in, context) -> objects()));
        var settings = new NodeSettings("settings.xml");
        node.saveData(folder, settings, new ExecutionMonitor());
        node.loadData(folder, settings, new ExecutionMonitor());
        assertFalse(node.isExecuted());
        assertThrows(IllegalStateException.class, () -> node.output(0));
    }

    @Test
    void cancellingStopsWithinASecondAndLeavesNothing() throws Exception {
        var begun = new CountDownLatch(1);
        var node = workspace.addNode(1, "Endless", TestNode.of(ports(), ports(TABLE), (in, context) -> {
            Files.writeString(context.createFileStore("model").getFile().toPath(), "half");
            var container = context.createDataContainer(SPEC);
            for (var i = 0L; ; i++) {
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(i), new IntCell(1)));
                begun.countDown();
                context.checkCanceled();
            }
        }));
        assertCancelled(node, begun);
    }

    @Test
    void aNodeThatWaitsIsWokenAndLeavesNothing() throws Exception {
        var begun = new CountDownLatch(1);
        var node = workspace.addNode(1, "Sleeper", TestNode.of(ports(), ports(TABLE), (in, context) -> {
            begun.countDown();
            Thread.sleep(60_000);
            return objects(numbers(context, 1));
        }));
        assertCancelled(node, begun);
    }

    private void assertCancelled(NodeScope node, CountDownLatch begun) throws Exception {
        var thrown = new FutureTask<>(
                () -> assertThrows(CanceledExecutionException.class, () -> node.execute(ProgressListener.NONE)));
        var thread = new Thread(thrown);
        thread.start();
        begun.await();
        node.cancel();
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> thrown.get());
        assertFalse(node.isExecuted());
        assertEquals(0, files());
    }

    @Test
    void aFailureHasItsSentenceAndLeavesNothing() throws Exception {
        var failure = KNIMEException.of(Message.builder()
                .withSummary("The file is not there.")
                .addResolutions("Choose another.")
                .build()
                .orElseThrow());
        var node = workspace.addNode(1, "Reader", TestNode.of(ports(), ports(TABLE), (in, context) -> {
            numbers(context, 10);
            throw failure;
        }));
        assertSame(failure, assertThrows(KNIMEException.class, () -> node.execute(ProgressListener.NONE)));
        assertEquals("The file is not there.", NodeScope.message(failure).getSummary());
        assertEquals(List.of("Choose another."), NodeScope.message(failure).getResolutions());
        assertEquals(
                "Execute failed: out of ideas",
                NodeScope.message(new IllegalStateException("out of ideas")).getSummary());
        assertEquals(0, files());
    }

    @Test
    void anOutputThatIsMissingIsAFailure() {
        var node = workspace.addNode(
                1, "Forgetful", TestNode.of(ports(), ports(TABLE), (in, context) -> new PortObject[1]));
        var failure = assertThrows(IllegalStateException.class, () -> node.execute(ProgressListener.NONE));
        assertTrue(failure.getMessage().contains("data at output 0 is null"), failure.getMessage());
    }

    @Test
    void anEmptyTableIsWarnedOf() throws Exception {
        var node = workspace.addNode(
                1, "Empty", TestNode.of(ports(), ports(TABLE), (in, context) -> objects(numbers(context, 0))));
        node.execute(ProgressListener.NONE);
        assertEquals(
                "Node created an empty data table.",
                node.warning().orElseThrow().getSummary());
    }

    @Test
    void aTableOtherThanConfiguredIsWarnedOf() throws Exception {
        TestNode.Work work = (in, context) -> objects(numbers(context, 1));
        var honest = workspace.addNode(
                1, "Honest", TestNode.of(ports(), ports(TABLE), work).saying(SPEC));
        var other = new DataTableSpec(new DataColumnSpecCreator("Text", StringCell.TYPE).createSpec());
        var liar = workspace.addNode(
                2, "Liar", TestNode.of(ports(), ports(TABLE), work).saying(other));
        for (var node : List.of(honest, liar)) {
            node.configure();
            node.execute(ProgressListener.NONE);
        }
        assertTrue(honest.warning().isEmpty());
        assertEquals(
                "DataSpec generated by configure does not match spec after execution.",
                liar.warning().orElseThrow().getSummary());
        assertEquals(
                SPEC.getColumnSpec(0).getType(),
                ((DataTableSpec) liar.outputSpec(0)).getColumnSpec(0).getType());
    }

    @Test
    void aTablePassedThroughRefersToTheOriginal() throws Exception {
        var table = workspace.createTable(SPEC, List.of(new DefaultRow("a", new IntCell(1))));
        var node =
                workspace.addNode(1, "Pass", TestNode.of(ports(TABLE), ports(TABLE), (in, context) -> objects(in[0])));
        node.execute(ProgressListener.NONE, table);
        assertEquals(rows(table), rows(node.output(0)));
        var settings = new NodeSettings("settings.xml");
        node.saveData(folder, settings, new ExecutionMonitor());
        assertTrue(Files.readString(folder.resolve("port_1/data.xml")).contains("wrapped_table"));
        assertFalse(Files.exists(folder.resolve("port_1/data.zip")));
    }

    @Test
    void progressOfStepsAddsUp() throws Exception {
        var heard = new ArrayList<String>();
        var node = workspace.addNode(1, "Steps", TestNode.of(ports(), ports(), (in, context) -> {
            var half = context.createSubProgress(0.5);
            half.setProgress(0.5, "quarter");
            half.setProgress(1, "half");
            context.createSilentSubProgress(0.25).setProgress(1, "silent");
            return objects();
        }));
        node.execute((fraction, message) -> heard.add(fraction + " " + message));
        assertEquals(List.of("0.25 quarter", "0.5 half", "0.75 half"), heard);
    }

    /** What a view sees that looks at the workflow around its node. */
    @Test
    void theNodeContextLeadsToTheTablesAtANodesPorts() throws Exception {
        assertNull(NodeContext.getContext(), "no node is at work here");
        var source = workspace.addNode(3, "Source", TestNode.of(ports(), ports(TABLE), (inputs, context) ->
                new PortObject[] {numbers(context, 2)}));
        var target = workspace.addNode(7, "Target", TestNode.of(ports(TABLE), ports(TABLE), (inputs, context) ->
                new PortObject[] {numbers(context, 5)}));
        workspace.connect(new Workspace.Line(3, 1, 7, 1));
        source.execute((fraction, message) -> {}, new PortObject[0]);
        target.as(() -> {
            var node = NodeContext.getContext().getNodeContainer();
            assertEquals("Target", node.getName());
            assertNull(node.getOutPort(1).getPortObject(), "not executed yet");
            return null;
        });
        target.execute((fraction, message) -> {}, source.output(0));
        target.as(() -> {
            var node = NodeContext.getContext().getNodeContainer();
            var workflow = node.getParent();
            assertSame(target.output(0), node.getOutPort(1).getPortObject());
            var line = workflow.getIncomingConnectionFor(node.getID(), 1);
            assertNotEquals(workflow.getID(), line.getSource());
            var before = workflow.getNodeContainer(line.getSource());
            assertSame(source.output(0), before.getOutPort(line.getSourcePort()).getPortObject());
            assertNull(workflow.getIncomingConnectionFor(before.getID(), 1));
            return null;
        });
    }
}
