package org.ecgdistill.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.standin.NodeScope;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;

/** Saves a node's folder: settings.xml with its entries in KNIME's order, and its data. */
final class NodeWriter {
    static final String SETTINGS_FILE = "settings.xml";

    /** Files that a node got by drag and drop; they belong to the workflow. */
    private static final String DROP_FOLDER = "drop";

    private static final List<String> FEATURE_ENTRIES =
            List.of("node-feature-name", "node-feature-symbolic-name", "node-feature-vendor", "node-feature-version");

    private final RunningNode node;
    private final PlannedNode plan;
    private final Path folder;

    NodeWriter(RunningNode node, Path folder) {
        this.node = node;
        this.plan = node.plan();
        this.folder = folder;
    }

    void write() throws IOException, CanceledExecutionException {
        Files.createDirectories(folder);
        if (plan.folder() != null && Files.isDirectory(plan.folder().resolve(DROP_FOLDER))) {
            Folders.copy(plan.folder().resolve(DROP_FOLDER), folder.resolve(DROP_FOLDER));
        }
        var settings = new NodeSettings(SETTINGS_FILE);
        settings.addString("node_file", SETTINGS_FILE);
        settings.addNodeSettings("flow_stack");
        if (!keep(settings, "internal_node_subsettings")) {
            settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        }
        if (node.isFresh()) {
            node.scope().saveModelSettings(settings.addNodeSettings("model"));
        } else {
            node.model().copyTo(settings.addNodeSettings("model"));
        }
        keep(settings, "variables");
        keep(settings, "view");
        keep(settings, "nodeAnnotation");
        if (!keep(settings, "customDescription")) {
            settings.addString("customDescription", null);
        }
        settings.addString("state", state());
        addMessage(settings);
        plan.origin().save(settings);
        FEATURE_ENTRIES.forEach(key -> keep(settings, key));
        settings.addNodeSettings("factory_settings");
        node.scope().saveCreationConfiguration(settings.addNodeSettings("node_creation_config"));
        settings.addString("name", plan.name());
        settings.addBoolean("hasContent", node.state() == NodeState.EXECUTED);
        settings.addBoolean("isInactive", false);
        node.scope().saveData(folder, settings, new ExecutionMonitor());
        try (var out = Files.newOutputStream(folder.resolve(SETTINGS_FILE))) {
            settings.saveToXML(out);
        }
    }

    /** Copies an entry of the settings that the node was loaded with. */
    private boolean keep(NodeSettings settings, String key) {
        if (!plan.settings().containsKey(key)) {
            return false;
        }
        settings.addEntry(plan.settings().getEntry(key));
        return true;
    }

    /** A node that failed while it was executed has been configured; one that refused its settings has not. */
    private String state() {
        return switch (node.state()) {
            case EXECUTED -> "EXECUTED";
            case CONFIGURED, CANCELLED -> "CONFIGURED";
            case FAILED ->
                node.cause().filter(InvalidSettingsException.class::isInstance).isPresent() ? "IDLE" : "CONFIGURED";
            default -> "IDLE";
        };
    }

    private void addMessage(NodeSettings settings) {
        var report = node.report();
        if (node.state() == NodeState.FAILED) {
            var message = node.cause().map(NodeScope::message).orElse(Message.fromSummary(report.message()));
            addMessage(settings, "ERROR", message);
        } else if (!report.warnings().isEmpty()) {
            addMessage(settings, "WARNING", Message.fromSummary(report.warning()));
        }
    }

    private static void addMessage(NodeSettings settings, String type, Message message) {
        var entry = settings.addNodeSettings("nodecontainer_message");
        entry.addString("type", type);
        entry.addString("message", message.getSummary());
        if (!message.getResolutions().isEmpty()) {
            entry.addStringArray("resolutions", message.getResolutions().toArray(String[]::new));
        }
    }
}
