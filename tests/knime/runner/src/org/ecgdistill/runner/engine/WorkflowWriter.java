package org.ecgdistill.runner.engine;

import static org.ecgdistill.runner.engine.WorkflowArchive.WORKFLOW_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/**
 * Saves a workflow as KNIME does: workflow.knime, a folder per node, and whatever else lay in the workflow's folder. What
 * this runner does not know (annotations, the author) goes through untouched.
 */
final class WorkflowWriter {
    /** KNIME asks before it opens a workflow that is newer than itself, so a new one says the oldest it is meant for. */
    private static final String OLDEST_KNIME = "5.8.0";

    private static final String SAVED_WITH_DATA = ".savedWithData";
    private static final String METADATA = "workflow-metadata.xml";
    private static final List<String> BEFORE_STATE =
            List.of("created_by", "created_by_nightly", "version", "name", "authorInformation", "customDescription");
    private static final String EDITOR = "workflow_editor_settings";
    private static final Set<String> REWRITTEN = Set.of("state", "nodes", "connections");

    private final LoadedWorkflow workflow;
    private final Path folder;

    WorkflowWriter(LoadedWorkflow workflow, Path folder) {
        this.workflow = workflow;
        this.folder = folder;
    }

    void write() {
        if (workflow.plan().nodes().stream().anyMatch(node -> node.table() != null)) {
            throw new RunnerException("A workflow with a given table cannot be saved: KNIME has no such node.");
        }
        try {
            Folders.createEmpty(folder);
            copyOtherFiles();
            var settings = new NodeSettings(WORKFLOW_FILE);
            fill(settings);
            try (var out = Files.newOutputStream(folder.resolve(WORKFLOW_FILE))) {
                settings.saveToXML(out);
            }
            Files.writeString(folder.resolve(SAVED_WITH_DATA), savedWithData());
        } catch (IOException | InvalidSettingsException | CanceledExecutionException ex) {
            throw new RunnerException("The workflow could not be saved in " + folder + ": " + ex.getMessage(), ex);
        }
    }

    private void fill(NodeSettings settings) throws IOException, InvalidSettingsException, CanceledExecutionException {
        var source = source();
        BEFORE_STATE.stream().filter(source::containsKey).forEach(key -> settings.addEntry(source.getEntry(key)));
        settings.addString("state", state());
        for (var key : source.keySet()) {
            if (!BEFORE_STATE.contains(key) && !REWRITTEN.contains(key) && !EDITOR.equals(key)) {
                settings.addEntry(source.getEntry(key));
            }
        }
        var nodes = settings.addNodeSettings("nodes");
        for (var planned : workflow.plan().nodes()) {
            var node = workflow.node(planned.id());
            if (node.scope() == null) {
                throw new RunnerException("The workflow cannot be saved because node \"" + planned.label()
                        + "\" is missing: its data would be lost.");
            }
            write(node, nodes.addNodeSettings("node_" + planned.id()));
        }
        var connections = settings.addNodeSettings("connections");
        for (var i = 0; i < workflow.plan().connections().size(); i++) {
            var connection = workflow.plan().connections().get(i);
            var entry = connections.addNodeSettings("connection_" + i);
            entry.addInt("sourceID", connection.source());
            entry.addInt("destID", connection.target());
            entry.addInt("sourcePort", connection.sourcePort());
            entry.addInt("destPort", connection.targetPort());
        }
        if (source.containsKey(EDITOR)) {
            settings.addEntry(source.getEntry(EDITOR));
        }
    }

    private void write(RunningNode node, NodeSettingsWO entry)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        var planned = node.plan();
        var name = planned.folder() == null
                ? planned.name().replaceAll("[^a-zA-Z0-9 _.-]", "_") + " (#" + planned.id() + ")"
                : planned.folder().getFileName().toString();
        new NodeWriter(node, folder.resolve(name)).write();
        entry.addInt("id", planned.id());
        entry.addString("node_settings_file", name + "/" + NodeWriter.SETTINGS_FILE);
        entry.addBoolean("node_is_meta", false);
        entry.addString("node_type", "NativeNode");
        entry.addString("ui_classname", planned.place().getString("ui_classname", null));
        if (planned.place().containsKey("ui_settings")) {
            var bounds = planned.place().getNodeSettings("ui_settings").getIntArray("extrainfo.node.bounds");
            entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", bounds);
        }
    }

    private String state() {
        var states = workflow.nodes().stream().map(RunningNode::state).collect(Collectors.toSet());
        if (states.equals(Set.of(NodeState.EXECUTED))) {
            return "EXECUTED";
        }
        return states.contains(NodeState.IDLE) || states.contains(NodeState.FAILED) ? "IDLE" : "CONFIGURED";
    }

    /** What workflow.knime held, or what KNIME writes for a new workflow. */
    private NodeSettings source() {
        var stored = workflow.plan().settings();
        if (workflow.plan().folder() != null) {
            return stored;
        }
        var fresh = new NodeSettings(WORKFLOW_FILE);
        fresh.addString("created_by", OLDEST_KNIME);
        fresh.addBoolean("created_by_nightly", false);
        fresh.addString("version", "5.1.0");
        fresh.addString("name", folder.getFileName().toString());
        var author = fresh.addNodeSettings("authorInformation");
        author.addString("authored-by", System.getProperty("user.name"));
        author.addString(
                "authored-when",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z").format(ZonedDateTime.now(ZoneOffset.UTC)));
        author.addString("lastEdited-by", null);
        author.addString("lastEdited-when", null);
        fresh.addString("customDescription", null);
        fresh.addNodeSettings("workflow_credentials");
        return fresh;
    }

    private void copyOtherFiles() throws IOException {
        var from = workflow.plan().folder();
        if (from == null) {
            Files.writeString(folder.resolve(METADATA), metadata());
            return;
        }
        var own = workflow.plan().nodes().stream().map(PlannedNode::folder).collect(Collectors.toSet());
        try (var files = Files.list(from)) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                var name = file.getFileName().toString();
                if (!own.contains(file)
                        && !Set.of(WORKFLOW_FILE, SAVED_WITH_DATA).contains(name)) {
                    Folders.copy(file, folder.resolve(name));
                }
            }
        }
    }

    private static String metadata() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <workflow-metadata content-type="text/plain" \
            xmlns="http://www.knime.org/core/node/workflow/metadata/v1.0">
                <last-modified>%s</last-modified>
                <description/>
            </workflow-metadata>\
            """.formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String savedWithData() {
        return """
            Do not delete this file!
            This file serves to indicate that the workflow was written as part of the usual save routine (not exported).

            Workflow was last saved by user %s on %s\
            """.formatted(System.getProperty("user.name"), Instant.now());
    }
}
