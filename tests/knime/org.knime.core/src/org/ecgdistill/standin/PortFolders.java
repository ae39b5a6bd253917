package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * The outputs of a node, and what it keeps for its view, as folders beside its settings.xml and as entries within it.
 * Ports are counted from 1 here, since 0 is the flow variable port.
 */
final class PortFolders {

    private static final String PORTS = "ports";
    private static final String INDEX = "index";
    private static final String PORT_DIR = "port_dir_location";
    private static final String INTERNAL_OBJECTS = "internalObjects";
    private static final String INTERNAL_FOLDER = "internalTables";
    private static final String TABLE_DIR = "table_dir_location";
    private static final String TYPE = "type";

    private final Path nodeFolder;
    private final Workspace workspace;

    /** The ids of the tables that the node made itself. */
    private final Set<Integer> own;

    PortFolders(Path nodeFolder, Workspace workspace, Set<Integer> own) {
        this.nodeFolder = nodeFolder;
        this.workspace = workspace;
        this.own = own;
    }

    /**
     * @param outputs null while the node is not executed
     * @param internals null if the node keeps nothing
     */
    void write(
            int ports,
            List<PortObject> outputs,
            PortObject[] internals,
            NodeSettingsWO settings,
            ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        var saved = new HashSet<Integer>();
        if (ports > 0) {
            var all = settings.addNodeSettings(PORTS);
            for (var i = 1; i <= ports; i++) {
                var port = all.addNodeSettings("port_" + i);
                port.addInt(INDEX, i);
                var isThere = outputs != null && outputs.get(i - 1) != null;
                if (isThere) {
                    addClasses(outputs.get(i - 1), port);
                    port.addString("port_object_summary", outputs.get(i - 1).getSummary());
                    write(outputs.get(i - 1), nodeFolder.resolve("port_" + i), saved, port, monitor);
                }
                port.addString(PORT_DIR, isThere ? "port_" + i : null);
            }
        }
        if (outputs != null && internals != null) {
            writeInternals(outputs, internals, saved, settings.addNodeSettings(INTERNAL_OBJECTS), monitor);
        }
    }

    private static void addClasses(PortObject object, NodeSettingsWO settings) {
        settings.addString("port_spec_class", object.getSpec().getClass().getName());
        settings.addString("port_object_class", object.getClass().getName());
    }

    private void write(
            PortObject object, Path folder, Set<Integer> saved, NodeSettingsWO settings, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        monitor.checkCanceled();
        Folders.delete(folder);
        if (object instanceof BufferedDataTable table) {
            new TableFolder(folder).write(table, own, saved, monitor);
        } else {
            new ObjectFolder(folder).write(object, settings, monitor);
        }
    }

    private void writeInternals(
            List<PortObject> outputs,
            PortObject[] internals,
            Set<Integer> saved,
            NodeSettingsWO settings,
            ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        var folder = nodeFolder.resolve(INTERNAL_FOLDER);
        Folders.delete(folder);
        settings.addString("location", INTERNAL_FOLDER);
        var content = settings.addNodeSettings("content");
        for (var i = 0; i < internals.length; i++) {
            var object = internals[i];
            var name = "object_" + i;
            var entry = content.addNodeSettings(name);
            var output = outputs.indexOf(object);
            entry.addInt(INDEX, i);
            if (object == null) {
                entry.addString(TYPE, "null");
            } else if (object instanceof BufferedDataTable) {
                entry.addString(TYPE, "table");
                entry.addString(TABLE_DIR, name);
                write(object, folder.resolve(name), saved, entry, monitor);
            } else if (output >= 0) {
                entry.addString(TYPE, "referenced_output");
                entry.addInt("outport", output + 1);
            } else {
                entry.addString(TYPE, "non-table");
                entry.addString(PORT_DIR, name);
                addClasses(object, entry);
                write(object, folder.resolve(name), saved, entry, monitor);
            }
        }
    }

    /**
     * Like KNIME, only the ports that were saved: one that a later version of the node has added is null.
     *
     * @return null if the node was saved without its outputs
     */
    List<PortObject> read(int ports, NodeSettingsRO settings, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        var outputs = new ArrayList<PortObject>();
        for (var i = 1; i <= ports; i++) {
            if (!settings.getNodeSettings(PORTS).containsKey("port_" + i)) {
                outputs.add(null);
                continue;
            }
            var port = settings.getNodeSettings(PORTS).getNodeSettings("port_" + i);
            var folder = port.getString(PORT_DIR);
            if (folder == null) {
                return null;
            }
            var isTable = BufferedDataTable.class.getName().equals(port.getString("port_object_class"));
            outputs.add(read(isTable, nodeFolder.resolve(folder), port, monitor));
        }
        return outputs;
    }

    private PortObject read(boolean isTable, Path folder, NodeSettingsRO settings, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        monitor.checkCanceled();
        return isTable
                ? new TableFolder(folder).read(workspace.tables(), own)
                : new ObjectFolder(folder).read(settings, workspace, monitor);
    }

    /** @return null if the node keeps nothing */
    PortObject[] readInternals(List<PortObject> outputs, NodeSettingsRO settings, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        if (!settings.containsKey(INTERNAL_OBJECTS)) {
            return null;
        }
        var saved = settings.getNodeSettings(INTERNAL_OBJECTS);
        var folder = nodeFolder.resolve(saved.getString("location"));
        var content = saved.getNodeSettings("content");
        var internals = new PortObject[content.keySet().size()];
        for (var key : content.keySet()) {
            var entry = content.getNodeSettings(key);
            internals[entry.getInt(INDEX)] = switch (entry.getString(TYPE)) {
                case "null" -> null;
                case "referenced_output" -> outputs.get(entry.getInt("outport") - 1);
                case "table" -> read(true, folder.resolve(entry.getString(TABLE_DIR)), entry, monitor);
                case "non-table" -> read(false, folder.resolve(entry.getString(PORT_DIR)), entry, monitor);
                default -> throw new InvalidSettingsException("Unknown internal object: " + entry.getString(TYPE));
            };
        }
        return internals;
    }

    /** The specs of the objects, as a node downstream sees them. */
    static PortObjectSpec[] specs(List<PortObject> outputs) {
        return outputs.stream()
                .map(object -> object == null ? null : object.getSpec())
                .toArray(PortObjectSpec[]::new);
    }
}
