package org.ecgdistill.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

/** Tables on disk, against those that real KNIME saved. */
@Tag("fixtures")
class SavedTablesTest {

    private static final List<String> NODES = List.of("Sine Source (#1)", "ECG Gain (#2)", "Mean Predictor (#4)");

    @TempDir
    Path folder;

    private static Map<String, BufferedDataTable> tables(Path workflow) throws Exception {
        var byId = new HashMap<Integer, BufferedDataTable>();
        var byNode = new HashMap<String, BufferedDataTable>();
        for (var node : NODES) {
            byNode.put(node, new TableFolder(workflow.resolve(node).resolve("port_1")).read(byId, new HashSet<>()));
        }
        return byNode;
    }

    private static List<DataRow> rows(BufferedDataTable table) {
        var rows = new ArrayList<DataRow>();
        table.forEach(rows::add);
        return rows;
    }

    @Test
    void theTablesOfRealKnimeHoldWhatTheirNodesCompute() throws Exception {
        for (var workflow : Examples.savedWorkflows()) {
            var mean =
                    Double.parseDouble(Files.readString(workflow.resolve("Mean Learner (#3)/filestore/000/000/mean")));
            var tables = tables(workflow);
            assertEquals(Sines.rows(5), rows(tables.get(NODES.get(0))));
            assertEquals(Sines.gained(5), rows(tables.get(NODES.get(1))));
            assertEquals(Sines.predicted(5, mean), rows(tables.get(NODES.get(2))));
        }
    }

    @Test
    void tablesAreWrittenBackInTheSameForm() throws Exception {
        for (var workflow : Examples.savedWorkflows()) {
            for (var table : tables(workflow).entrySet()) {
                var original = workflow.resolve(table.getKey()).resolve("port_1");
                var copy = folder.resolve(workflow.getFileName()).resolve(table.getKey());
                new TableFolder(copy).write(table.getValue(), new HashSet<>(), new HashSet<>(), new ExecutionMonitor());
                assertSame(original, copy);
            }
        }
    }

    /** The rows are made anew, so that our own writer's bytes, domains and numbering of classes are compared. */
    @Test
    void tablesMadeHereHaveTheSameBytes() throws Exception {
        for (var workflow : Examples.savedWorkflows()) {
            var original = tables(workflow);
            var source = original.get(NODES.get(0));
            var made = container(source.getDataTableSpec(), Sines.rows(5), true, 1);
            var copy = folder.resolve(workflow.getFileName() + "-made");
            new TableFolder(copy)
                    .write(Secrets.tables().create(made, 1), new HashSet<>(), new HashSet<>(), new ExecutionMonitor());
            assertSame(workflow.resolve(NODES.get(0)).resolve("port_1"), copy);

            var gained = original.get(NODES.get(1)).getDataTableSpec().getColumnSpec("Gained");
            var added = new ArrayList<DataRow>();
            Sines.gained(5).forEach(row -> added.add(new DefaultRow(new RowKey("?"), row.getCell(3))));
            var zip = folder.resolve(workflow.getFileName() + "-gained.zip");
            ContainerFile.write(container(new DataTableSpec(gained), added, false, 2), zip);
            assertSameRows(workflow.resolve(NODES.get(1)).resolve("port_1/data.zip"), zip);
        }
    }

    private ContainerContent container(DataTableSpec spec, List<DataRow> rows, boolean withKeys, int id)
            throws IOException {
        var settings =
                DataContainerSettings.builder().withInitializedDomain(true).build();
        var file = Files.createTempFile(folder, "rows", ".bin");
        var writer = new ContainerWriter(
                new DataTableSpecCreator(spec).dropAllDomains().createSpec(), settings, withKeys, id, file);
        rows.forEach(writer::add);
        return writer.finish();
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        for (var file : List.of("data.xml", "spec.xml")) {
            assertEquals(Files.readString(expected.resolve(file)), Files.readString(actual.resolve(file)), file);
        }
        assertSameRows(expected.resolve("data.zip"), actual.resolve("data.zip"));
    }

    private static void assertSameRows(Path expected, Path actual) throws IOException {
        assertArrayEquals(rowBytes(expected), rowBytes(actual), () -> actual + " against " + expected);
        try (var first = new ZipFile(expected.toFile());
                var second = new ZipFile(actual.toFile())) {
            assertEquals(
                    new String(first.getInputStream(first.getEntry("meta.xml")).readAllBytes()),
                    new String(
                            second.getInputStream(second.getEntry("meta.xml")).readAllBytes()));
        }
    }

    private static byte[] rowBytes(Path zip) throws IOException {
        try (var in = new SnappyInput(new RowFile(zip, "data.bin").open())) {
            return in.readAllBytes();
        }
    }

    @Test
    void aSpecIsReadAndKept() throws Exception {
        for (var workflow : Examples.savedWorkflows()) {
            var spec = tables(workflow).get(NODES.get(2)).getDataTableSpec();
            var copied = new DataTableSpec(
                    spec.getName(),
                    spec.stream()
                            .map(column -> new DataColumnSpecCreator(column).createSpec())
                            .toArray(DataColumnSpec[]::new));
            assertEquals(spec, copied);
            assertEquals(
                    "Collection (List) (Collection of: Number (Float))",
                    spec.getColumnSpec(2).getType().toString());
        }
    }
}
