package org.ecgdistill.runner.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How one node fared.
 *
 * @param id the node's number in the workflow
 * @param name the node's name
 * @param factory the class name of its factory
 * @param state where it stands
 * @param message the sentence that says why it failed; empty when it did not
 * @param warnings what it warned of, in order
 * @param loadErrors what was wrong in its settings file; the node runs with defaults then, as in KNIME
 * @param seconds how long it executed
 * @param ports what came out
 */
public record NodeReport(
        int id,
        String name,
        String factory,
        NodeState state,
        String message,
        List<String> warnings,
        List<String> loadErrors,
        double seconds,
        List<PortReport> ports) {

    public NodeReport {
        warnings = List.copyOf(warnings);
        loadErrors = List.copyOf(loadErrors);
        ports = List.copyOf(ports);
    }

    /** Name and number as KNIME names a node's folder, for example {@code Fold Assigner (#2)}. */
    public String label() {
        return name + " (#" + id + ")";
    }

    /** The warnings as one text, to be searched in a test. */
    public String warning() {
        return warnings.stream().collect(Collectors.joining("\n"));
    }

    public boolean isExecuted() {
        return state == NodeState.EXECUTED;
    }
}
