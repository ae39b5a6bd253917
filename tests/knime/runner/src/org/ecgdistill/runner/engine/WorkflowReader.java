package org.ecgdistill.runner.engine;

import static org.ecgdistill.runner.engine.WorkflowArchive.WORKFLOW_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.Connection;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Reads workflow.knime and each node's settings.xml. What is wrong with one node is that node's problem, as in KNIME. */
final class WorkflowReader {
    private final Path folder;
    private final List<String> warnings = new ArrayList<>();

    WorkflowReader(Path folder) {
        this.folder = folder;
    }

    WorkflowPlan read() {
        try {
            var settings = xml(folder.resolve(WORKFLOW_FILE));
            if (!settings.containsKey("workflow_credentials")) {
                warnings.add(WORKFLOW_FILE + " has no entry \"workflow_credentials\"; KNIME would complain about it.");
            }
            var nodes = readNodes(settings);
            var connections = readConnections(settings, nodes);
            var name = settings.getString("name", folder.getFileName().toString());
            return new WorkflowPlan(
                    Objects.requireNonNullElse(name, folder.getFileName().toString()),
                    folder,
                    settings,
                    nodes,
                    connections,
                    warnings);
        } catch (IOException | InvalidSettingsException ex) {
            throw new RunnerException(
                    "The workflow in " + folder + " cannot be read: " + ex.getMessage()
                            + " Save it in KNIME again, or get it from its author again.",
                    ex);
        }
    }

    private List<PlannedNode> readNodes(NodeSettingsRO workflow) throws InvalidSettingsException {
        var nodes = new ArrayList<PlannedNode>();
        var entries = workflow.getNodeSettings("nodes");
        for (var key : entries.keySet()) {
            nodes.add(readNode(entries.getNodeSettings(key)));
        }
        return nodes;
    }

    private PlannedNode readNode(NodeSettingsRO place) throws InvalidSettingsException {
        var id = place.getInt("id");
        var location = place.getString("node_settings_file");
        var file = folder.resolve(location).normalize();
        var nodeFolder = file.getParent();
        var name = nodeFolder.getFileName().toString().replaceFirst(" \\(#\\d+\\)$", "");
        var empty = new NodeSettings("settings.xml");
        if (!file.startsWith(folder)) {
            return missing(
                    id,
                    name,
                    empty,
                    place,
                    "Its settings file \"" + location
                            + "\" lies outside the workflow; get the workflow from its author again.");
        }
        if (place.getBoolean("node_is_meta", false)) {
            return missing(
                    id,
                    name,
                    empty,
                    place,
                    "Metanodes and components cannot be run here;"
                            + " expand it in KNIME so that its nodes stand in the workflow itself.");
        }
        try {
            var settings = xml(file);
            var origin = NodeOrigin.load(settings);
            var shown = Objects.requireNonNullElse(origin.nodeName(), name);
            return new PlannedNode(id, shown, origin, settings, place, nodeFolder, null, null);
        } catch (IOException | InvalidSettingsException ex) {
            return missing(
                    id,
                    name,
                    empty,
                    place,
                    "Its settings in " + location + " cannot be read: " + ex.getMessage()
                            + " Save the workflow in KNIME again.");
        }
    }

    private PlannedNode missing(int id, String name, NodeSettings settings, NodeSettingsRO place, String problem) {
        var unknown = new NodeOrigin("", name, null, null, null, null);
        return new PlannedNode(id, name, unknown, settings, place, null, null, problem);
    }

    private List<Connection> readConnections(NodeSettingsRO workflow, List<PlannedNode> nodes)
            throws InvalidSettingsException {
        Set<Integer> ids = nodes.stream().map(PlannedNode::id).collect(Collectors.toSet());
        var connections = new ArrayList<Connection>();
        var entries = workflow.getNodeSettings("connections");
        for (var key : entries.keySet()) {
            var entry = entries.getNodeSettings(key);
            var connection = new Connection(
                    entry.getInt("sourceID"),
                    entry.getInt("sourcePort"),
                    entry.getInt("destID"),
                    entry.getInt("destPort"));
            if (ids.contains(connection.source()) && ids.contains(connection.target())) {
                connections.add(connection);
            } else {
                warnings.add("The connection from node " + connection.source() + " to node " + connection.target()
                        + " was left out because one of them is not in the workflow.");
            }
        }
        return connections;
    }

    private static NodeSettings xml(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("the file " + file.getFileName() + " is not there.");
        }
        try (var in = Files.newInputStream(file)) {
            return (NodeSettings) NodeSettings.loadFromXML(in);
        }
    }
}
