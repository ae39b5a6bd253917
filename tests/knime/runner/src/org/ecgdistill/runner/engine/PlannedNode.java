package org.ecgdistill.runner.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.ecgdistill.runner.api.Table;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * A node as the workflow describes it, before there is a node.
 *
 * @param id its number
 * @param name its name
 * @param origin where its implementation comes from
 * @param settings the whole of settings.xml; empty for a node that could not be read
 * @param place its entry in workflow.knime: where it stands on the canvas
 * @param folder its folder on disk; {@code null} for a workflow built in memory
 * @param table the table it stands for; {@code null} for a real node
 * @param problem why it cannot be created; {@code null} if it may
 */
record PlannedNode(
        int id,
        String name,
        NodeOrigin origin,
        NodeSettings settings,
        NodeSettingsRO place,
        Path folder,
        Table table,
        String problem) {

    String label() {
        return name + " (#" + id + ")";
    }

    /** Whether the node was saved with its results. */
    boolean wasExecuted() {
        return "EXECUTED".equals(settings.getString("state", ""));
    }

    /** The part of settings.xml with the given name; empty if it is missing. */
    Optional<NodeSettings> part(String key) {
        if (!settings.containsKey(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(settings.getNodeSettings(key));
        } catch (InvalidSettingsException ex) {
            throw new IllegalStateException(key + " is there but cannot be read", ex);
        }
    }
}
