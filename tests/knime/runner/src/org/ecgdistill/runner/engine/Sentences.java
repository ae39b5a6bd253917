package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.standin.NodeScope;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** What a node said, as sentences. */
final class Sentences {
    private Sentences() {}

    /** Why a node failed, in the words that KNIME shows at the node. */
    static String of(Throwable thrown) {
        return thrown instanceof InvalidSettingsException ? thrown.getMessage() : of(NodeScope.message(thrown));
    }

    /** The summary and what to do about it. */
    static String of(Message message) {
        var parts = new ArrayList<String>();
        parts.add(message.getSummary());
        parts.addAll(message.getResolutions());
        return String.join(" ", parts);
    }

    static List<String> warnings(Optional<Message> warning) {
        return warning.map(message -> List.of(of(message))).orElse(List.of());
    }
}
