package org.ecgdistill.standin;

import static org.ecgdistill.standin.TestNode.ports;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.util.DuplicateKeyException;

/** What tables hold, refuse and know of their columns, and how new ones are made of them. */
class TablesTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private int nodes;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(null);
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private BufferedDataTable table(DataTableSpec spec, DataCell... cells) {
        var rows = IntStream.range(0, cells.length)
                .mapToObj(i -> new DefaultRow("Row" + i, cells[i]))
                .toList();
        return workspace.createTable(spec, rows);
    }

    private BufferedDataTable integers(int count) {
        return table(
                new DataTableSpec(column("n", IntCell.TYPE)),
                IntStream.range(0, count).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    private static List<DataRow> rows(BufferedDataTable table) {
        var rows = new ArrayList<DataRow>();
        table.forEach(rows::add);
        return rows;
    }

    /** Runs a rearranger in a node: what comes out was written and read. */
    private BufferedDataTable rearrange(BufferedDataTable in, ColumnRearranger rearranger) throws Exception {
        return (BufferedDataTable) node(in, rearranger).output(0);
    }

    private NodeScope node(BufferedDataTable in, ColumnRearranger rearranger) throws Exception {
        var types = ports(BufferedDataTable.TYPE);
        var node = workspace.addNode(
                ++nodes, "Rearranger", TestNode.of(types, types, (inputs, context) -> new PortObject[] {
                    context.createColumnRearrangeTable((BufferedDataTable) inputs[0], rearranger, context)
                }));
        node.execute(ProgressListener.NONE, in);
        return node;
    }

    @Test
    void everyKindOfCellComesBack() throws Exception {
        var vector = DataCell.class.cast(DoubleVectorCellFactory.createCell(new double[] {1, -0.0}));
        // the bytes 0x61 and 0x62 mean something in the file: here they are content
        var cells = List.of(
                new StringCell("abba \u0000 é € \ud83d\ude00"),
                new StringCell("ab".repeat(50_000)),
                new StringCell(""),
                new DoubleCell(Double.longBitsToDouble(0x6162636162616262L)),
                new DoubleCell(Double.NaN),
                new IntCell(0x61626162),
                new LongCell(Long.MIN_VALUE),
                BooleanCell.TRUE,
                DataType.getMissingCell(),
                new MissingCell("no signal"),
                CollectionCellFactory.createListCell(
                        List.of(new DoubleCell(97), DataType.getMissingCell(), new MissingCell("lead off"))),
                CollectionCellFactory.createListCell(List.of()),
                CollectionCellFactory.createListCell(
                        List.of(CollectionCellFactory.createListCell(List.of(new IntCell(98))))),
                vector);
        var columns = new ArrayList<DataColumnSpec>();
        cells.forEach(cell -> columns.add(column("c" + columns.size(), cell.getType())));
        var spec = new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
        var row = new DefaultRow("ab\u0001a", cells);
        var given = workspace.createTable(spec, List.of(row));
        var types = ports(BufferedDataTable.TYPE);
        var node = workspace.addNode(1, "Copy", TestNode.of(types, types, (in, context) -> {
            var container = context.createDataContainer(spec);
            ((BufferedDataTable) in[0]).forEach(container::addRowToTable);
            container.close();
            return new PortObject[] {container.getTable()};
        }));
        node.execute(ProgressListener.NONE, given);
        var back = rows((BufferedDataTable) node.output(0)).get(0);
        assertEquals(row, back);
        for (var i = 0; i < cells.size(); i++) {
            assertEquals(cells.get(i).getClass(), back.getCell(i).getClass());
            assertEquals(cells.get(i).getType(), back.getCell(i).getType());
        }
        assertEquals("no signal", ((MissingCell) back.getCell(9)).getError());
        assertEquals("lead off", ((MissingCell) ((ListCell) back.getCell(10)).get(2)).getError());
    }

    @Test
    void numbersHaveBoundsAndTextsHaveValues() {
        var doubles = table(
                        new DataTableSpec(column("d", DoubleCell.TYPE)),
                        new DoubleCell(2),
                        new DoubleCell(Double.NaN),
                        DataType.getMissingCell(),
                        new DoubleCell(-1))
                .getSpec()
                .getColumnSpec(0)
                .getDomain();
        assertEquals(new DoubleCell(-1), doubles.getLowerBound());
        assertEquals(new DoubleCell(2), doubles.getUpperBound());
        assertFalse(doubles.hasValues());
        var texts = table(
                        new DataTableSpec(column("s", StringCell.TYPE)),
                        new StringCell("N"),
                        new StringCell("V"),
                        new StringCell("N"))
                .getSpec()
                .getColumnSpec(0)
                .getDomain();
        assertEquals(List.of(new StringCell("N"), new StringCell("V")), List.copyOf(texts.getValues()));
        assertFalse(texts.hasBounds());
    }

    @Test
    void moreThanSixtyValuesAreNotListed() {
        assertEquals(60, texts(60).getDomain().getValues().size());
        assertNull(texts(61).getDomain().getValues());
    }

    private DataColumnSpec texts(int count) {
        return table(
                        new DataTableSpec(column("s", StringCell.TYPE)),
                        IntStream.range(0, count)
                                .mapToObj(i -> new StringCell("t" + i))
                                .toArray(DataCell[]::new))
                .getSpec()
                .getColumnSpec(0);
    }

    @Test
    void wrongRowsAreRefused() {
        var spec = new DataTableSpec(column("n", IntCell.TYPE));
        var twice = List.of(new DefaultRow("a", 1), new DefaultRow("a", 2));
        assertEquals(
                "Encountered duplicate row ID \"a\"",
                assertThrows(DuplicateKeyException.class, () -> workspace.createTable(spec, twice))
                        .getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> table(spec, new DoubleCell(1)))
                .getMessage()
                .contains("is Number (Float) and does not comply with its supposed superclass Number (Integer)"));
        var wide = List.of(new DefaultRow("a", 1, 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> workspace.createTable(spec, wide))
                .getMessage()
                .startsWith("Cell count in row \"a\""));
        // an integer is a number too
        assertEquals(
                1,
                table(new DataTableSpec(column("d", DoubleCell.TYPE)), new IntCell(1))
                        .size());
    }

    @Test
    void columnsAreDroppedMovedReplacedAndAppended() throws Exception {
        var spec = new DataTableSpec(column("a", IntCell.TYPE), column("b", IntCell.TYPE), column("c", IntCell.TYPE));
        var in = workspace.createTable(spec, List.of(new DefaultRow("x", 1, 2, 3), new DefaultRow("y", 4, 5, 6)));
        var rearranger = new ColumnRearranger(spec);
        rearranger.remove("a");
        rearranger.replace(sum("b"), "b");
        rearranger.append(sum("sum"));
        rearranger.move("c", 0);
        var out = rearrange(in, rearranger);
        assertEquals(List.of(new DefaultRow("x", 3, 6, 6), new DefaultRow("y", 6, 15, 15)), rows(out));
        assertEquals(List.of("c", "b", "sum"), List.of(out.getSpec().getColumnNames()));
        assertEquals(
                new IntCell(15), out.getSpec().getColumnSpec("sum").getDomain().getUpperBound());
        var filter = new ColumnRearranger(out.getSpec());
        filter.keepOnly("sum");
        assertEquals(List.of(new DefaultRow("x", 6), new DefaultRow("y", 15)), rows(rearrange(out, filter)));
    }

    private static SingleCellFactory sum(String name) {
        return new SingleCellFactory(column(name, IntCell.TYPE)) {
            @Override
            public DataCell getCell(DataRow row) {
                return new IntCell(row.stream()
                        .mapToInt(cell -> ((IntCell) cell).getIntValue())
                        .sum());
            }
        };
    }

    @Test
    void rowsComputedInParallelKeepTheirOrder() throws Exception {
        var in = integers(500);
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var together = new CountDownLatch(2);
        var factory = new SingleCellFactory(true, 2, 10, column("square", IntCell.TYPE)) {
            @Override
            public DataCell getCell(DataRow row, long rowIndex) {
                threads.add(Thread.currentThread());
                assertTrue(Workspace.current().isPresent());
                together.countDown();
                try {
                    // passes only if a second row is computed at the same time
                    assertTrue(together.await(5, TimeUnit.SECONDS));
                } catch (InterruptedException ex) {
                    throw new IllegalStateException(ex);
                }
                return new IntCell((int) (rowIndex * rowIndex));
            }
        };
        var rearranger = new ColumnRearranger(in.getSpec());
        rearranger.append(factory);
        var rows = rows(rearrange(in, rearranger));
        for (var i = 0; i < 500; i++) {
            assertEquals(new DefaultRow("Row" + i, i, i * i), rows.get(i));
        }
        assertEquals(2, threads.size());
        assertFalse(threads.contains(Thread.currentThread()));
    }

    @Test
    void whatAFactoryThrowsArrivesAtTheNode() {
        var in = integers(50);
        for (var isParallel : List.of(true, false)) {
            var rearranger = new ColumnRearranger(in.getSpec());
            rearranger.append(new SingleCellFactory(isParallel, column("x", IntCell.TYPE)) {
                @Override
                public DataCell getCell(DataRow row) {
                    throw new IllegalStateException("no electrode");
                }
            });
            var failure = assertThrows(IllegalStateException.class, () -> rearrange(in, rearranger));
            assertEquals("no electrode", failure.getMessage());
        }
    }

    @Test
    void rearrangingIsCancelled() throws Exception {
        var in = integers(100_000);
        var begun = new CountDownLatch(1);
        var rearranger = new ColumnRearranger(in.getSpec());
        rearranger.append(new SingleCellFactory(true, column("x", IntCell.TYPE)) {
            @Override
            public DataCell getCell(DataRow row) {
                begun.countDown();
                try {
                    Thread.sleep(20);
                } catch (InterruptedException ex) {
                    Thread.currentThread().interrupt();
                }
                return new IntCell(0);
            }
        });
        var types = ports(BufferedDataTable.TYPE);
        var node =
                workspace.addNode(1, "Slow", TestNode.of(types, types, (inputs, context) -> new PortObject[] {
                    context.createColumnRearrangeTable((BufferedDataTable) inputs[0], rearranger, context)
                }));
        var canceller = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
            node.cancel();
        });
        canceller.start();
        assertThrows(CanceledExecutionException.class, () -> node.execute(ProgressListener.NONE, in));
        canceller.join();
        assertFalse(Files.exists(workspace.temporaryFolder().resolve("node_1")));
    }

    /** The table that is rearranged is the node's own: it is saved within the folder of the output. */
    @Test
    void anOwnTableIsSavedWithTheTableThatRefersToIt() throws Exception {
        var spec = new DataTableSpec(column("n", IntCell.TYPE));
        var source = TestNode.of(ports(), ports(BufferedDataTable.TYPE), (in, context) -> {
            var container = context.createDataContainer(spec);
            container.addRowToTable(new DefaultRow("a", 7));
            container.close();
            var rearranger = new ColumnRearranger(spec);
            rearranger.append(sum("sum"));
            var sums = context.createColumnRearrangeTable(container.getTable(), rearranger, context);
            return new PortObject[] {
                context.createSpecReplacerTable(
                        sums, new DataTableSpec(column("first", IntCell.TYPE), column("second", IntCell.TYPE)))
            };
        });
        var node = workspace.addNode(1, "Source", source);
        node.execute(ProgressListener.NONE);
        var settings = new NodeSettings("settings.xml");
        node.saveData(folder, settings, new ExecutionMonitor());
        assertTrue(Files.isRegularFile(folder.resolve("port_1/r0/r0/data.zip")));
        try (var other = Workspace.open(folder)) {
            var loaded = other.addNode(1, "Source", source);
            loaded.loadData(folder, settings, new ExecutionMonitor());
            var table = (BufferedDataTable) loaded.output(0);
            assertEquals(List.of(new DefaultRow("a", 7, 7)), rows(table));
            assertEquals(List.of("first", "second"), List.of(table.getSpec().getColumnNames()));
        }
    }

    @Test
    void typesHaveCommonTypes() {
        assertEquals(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertEquals(LongCell.TYPE, DataType.getCommonSuperType(LongCell.TYPE, IntCell.TYPE));
        var missing = DataType.getMissingCell().getType();
        assertEquals(IntCell.TYPE, DataType.getCommonSuperType(missing, IntCell.TYPE));
        var anything = DataType.getCommonSuperType(StringCell.TYPE, DoubleCell.TYPE);
        assertTrue(anything.isASuperTypeOf(StringCell.TYPE));
        assertFalse(StringCell.TYPE.isASuperTypeOf(anything));
        assertEquals(
                ListCell.getCollectionType(DoubleCell.TYPE),
                CollectionCellFactory.createListCell(List.of(new IntCell(1), new DoubleCell(1)))
                        .getType());
        assertEquals(Set.of(anything), Set.of(DataType.getCommonSuperType(DoubleCell.TYPE, StringCell.TYPE)));
    }

    @Test
    void aTableCanBeLeftBeforeItsEnd() {
        try (CloseableRowIterator iterator = integers(1000).iterator()) {
            assertEquals("Row0", iterator.next().getKey().getString());
        }
    }
}
