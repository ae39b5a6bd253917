package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A saved table: spec.xml, data.xml and, unless all its cells lie in other tables, data.zip. Tables that it refers to are
 * named by their ids; those that only it refers to lie in folders r0, r1 … within.
 */
final class TableFolder {

    private static final String SPEC_FILE = "spec.xml";
    private static final String DESCRIPTION_FILE = "data.xml";
    private static final String ROWS_FILE = "data.zip";
    private static final String ID = "table_ID";
    private static final String TYPE = "table_type";
    private static final String COMPRESSION = "table_compression_format";
    private static final String REFERENCES = "table_references";
    private static final String FILE_NAME = "table_file_name";
    private static final String INTERNAL = "meta_internal";
    private static final String REFERENCE_ID = "table_reference_ID";
    private static final String MAP = "table_internal_map";
    private static final String FLAGS = "table_internal_flags";
    private static final String CONTAINER = "container_table_compressed";
    private static final String REARRANGED = "rearrange_columns_table";
    private static final String REARRANGED_COMPRESSED = "rearrange_columns_table_compressed";
    private static final String SAVED_BEFORE = "reference_from_same_node_table";

    private final Path folder;

    TableFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param own the ids of the tables that the node made itself
     * @param saved the ids of the node's tables that are saved already; this table's is added
     */
    void write(BufferedDataTable table, Set<Integer> own, Set<Integer> saved, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        monitor.checkCanceled();
        Files.createDirectories(folder);
        var description = new NodeSettings("table_meta_info");
        var content = Secrets.tables().content(table);
        description.addInt(ID, table.getBufferedTableId());
        if (!saved.add(table.getBufferedTableId())) {
            description.addString(TYPE, SAVED_BEFORE);
        } else if (content instanceof ContainerContent container) {
            description.addString(TYPE, CONTAINER);
            description.addString(COMPRESSION, "SNAPPY");
            ContainerFile.write(container, folder.resolve(ROWS_FILE));
        } else {
            writeReferring(content, own, saved, description, monitor);
        }
        description.addString(FILE_NAME, Files.exists(folder.resolve(ROWS_FILE)) ? ROWS_FILE : null);
        var spec = new NodeSettings(SPEC_FILE);
        table.getDataTableSpec().save(spec);
        SettingsFiles.write(spec, folder.resolve(SPEC_FILE));
        SettingsFiles.write(description, folder.resolve(DESCRIPTION_FILE));
    }

    private void writeReferring(
            TableContent content,
            Set<Integer> own,
            Set<Integer> saved,
            NodeSettingsWO description,
            ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        var rearranged = content instanceof RearrangedContent some ? some : null;
        if (content instanceof ReferringContent referring) {
            description.addString(TYPE, referring.form());
        } else if (rearranged.added() == null) {
            description.addString(TYPE, REARRANGED);
        } else {
            description.addString(TYPE, REARRANGED_COMPRESSED);
            description.addString(COMPRESSION, "SNAPPY");
        }
        var folders = new ArrayList<String>();
        for (var reference : content.references()) {
            var id = reference.getBufferedTableId();
            if (own.contains(id) && !saved.contains(id)) {
                folders.add("r" + folders.size());
                new TableFolder(folder.resolve(folders.get(folders.size() - 1))).write(reference, own, saved, monitor);
            }
        }
        description.addStringArray(REFERENCES, folders.toArray(String[]::new));
        var internal = description.addNodeSettings(INTERNAL);
        internal.addInt(REFERENCE_ID, content.references().get(0).getBufferedTableId());
        if (rearranged != null) {
            internal.addIntArray(MAP, rearranged.indices());
            internal.addBooleanArray(FLAGS, rearranged.areOriginal());
            if (rearranged.added() != null) {
                internal.addInt(TYPE, 0); // the new columns lie in an ordinary container
                ContainerFile.write(rearranged.added(), folder.resolve(ROWS_FILE));
            }
        }
    }

    /** @param tables the workflow's tables by their ids; what is read is added */
    BufferedDataTable read(Map<Integer, BufferedDataTable> tables, Set<Integer> own)
            throws IOException, InvalidSettingsException {
        var description = SettingsFiles.read(folder.resolve(DESCRIPTION_FILE));
        var spec = DataTableSpec.load(SettingsFiles.read(folder.resolve(SPEC_FILE)));
        var id = description.getInt(ID);
        var type = description.getString(TYPE);
        if (type.equals(SAVED_BEFORE)) {
            return existing(tables, id);
        }
        for (var reference : description.getStringArray(REFERENCES, new String[0])) {
            new TableFolder(folder.resolve(reference)).read(tables, own);
        }
        var content =
                switch (type) {
                    case CONTAINER -> ContainerFile.read(rowsFile(description), spec);
                    case REARRANGED, REARRANGED_COMPRESSED -> readRearranged(description, spec, tables);
                    case ReferringContent.NEW_SPEC, ReferringContent.WRAPPED ->
                        new ReferringContent(spec, reference(description, tables), type);
                    default -> throw new UnsupportedOperationException("TableFolder.read: a table of type " + type);
                };
        var table = Secrets.tables().create(content, id);
        tables.put(id, table);
        own.add(id);
        return table;
    }

    private Path rowsFile(NodeSettingsRO description) throws InvalidSettingsException {
        return folder.resolve(description.getString(FILE_NAME));
    }

    private BufferedDataTable reference(NodeSettingsRO description, Map<Integer, BufferedDataTable> tables)
            throws InvalidSettingsException {
        return existing(tables, description.getNodeSettings(INTERNAL).getInt(REFERENCE_ID));
    }

    private BufferedDataTable existing(Map<Integer, BufferedDataTable> tables, int id) throws InvalidSettingsException {
        var table = tables.get(id);
        if (table == null) {
            throw new InvalidSettingsException("The table in " + folder + " refers to the table with the id " + id
                    + ", which no node upstream has: reset the workflow and execute it again.");
        }
        return table;
    }

    private TableContent readRearranged(
            NodeSettingsRO description, DataTableSpec spec, Map<Integer, BufferedDataTable> tables)
            throws IOException, InvalidSettingsException {
        var internal = description.getNodeSettings(INTERNAL);
        var areOriginal = internal.getBooleanArray(FLAGS);
        var added = new ArrayList<DataColumnSpec>();
        for (var i = 0; i < areOriginal.length; i++) {
            if (!areOriginal[i]) {
                added.add(spec.getColumnSpec(i));
            }
        }
        var content = added.isEmpty()
                ? null
                : ContainerFile.read(rowsFile(description), new DataTableSpec(added.toArray(DataColumnSpec[]::new)));
        return new RearrangedContent(
                spec, reference(description, tables), internal.getIntArray(MAP), areOriginal, content);
    }
}
