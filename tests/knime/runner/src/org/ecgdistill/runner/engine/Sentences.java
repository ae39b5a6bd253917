package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** What a node said, as sentences. */
final class Sentences {
    private Sentences() {}

    /** Why a node failed. A message is only a node's own words if the node chose the exception for that. */
    static String of(Throwable thrown) {
        if (thrown instanceof KNIMEException knime && knime.getKNIMEMessage() != null) {
            return of(knime.getKNIMEMessage());
        }
        if (thrown instanceof InvalidSettingsException) {
            return thrown.getMessage();
        }
        var name = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
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
