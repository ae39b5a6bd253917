package org.ecgdistill.runner.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow to run: one from disk, or one put together here.
 *
 * <pre>{@code
 * var workflow = Knime.get().workflow();
 * var generator = workflow.add("org.ecgdistill.knime.generator.EcgGeneratorNodeFactory").set("subjects", 6);
 * var folds = workflow.add("org.ecgdistill.knime.folds.FoldAssignerNodeFactory").from(generator).set("folds", 3);
 * try (var run = workflow.run()) {
 *     run.table(folds, 1).column("Fold").integers();
 * }
 * }</pre>
 */
public final class Workflow {
    /** The factory name under which a given table stands in for a node. */
    public static final String GIVEN_TABLE = "org.ecgdistill.runner.engine.GivenTableNodeFactory";

    private final Engine engine;
    private final Path source;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Object> overrides = new LinkedHashMap<>();

    /**
     * @param engine what runs it
     * @param source a workflow folder or .knwf file, or {@code null} for a workflow that is put together here
     */
    public Workflow(Engine engine, Path source) {
        this.engine = engine;
        this.source = source;
    }

    /** Adds a node with its default settings. */
    public Node add(String factory) {
        return add(factory, null);
    }

    /** Adds a source that puts out the given table. */
    public Node add(Table table) {
        return add(GIVEN_TABLE, table);
    }

    private Node add(String factory, Table table) {
        if (source != null) {
            throw new RunnerException("The workflow comes from " + source + "; nodes cannot be added to it.");
        }
        var node = new Node(this, nodes.size() + 1, factory, table);
        nodes.add(node);
        return node;
    }

    /** Connects two nodes; ports count from 1. */
    public Workflow connect(Node from, int fromPort, Node to, int toPort) {
        connections.add(new Connection(from.id(), fromPort, to.id(), toPort));
        return this;
    }

    /**
     * Gives a node's parameter another value.
     *
     * @param parameter node name or number, then the parameter's path: {@code ECG Gain/factor}, {@code 2/noise/level}
     * @param value see {@link Setting}
     */
    public Workflow set(String parameter, Object value) {
        overrides.put(parameter, value);
        return this;
    }

    /** Executes everything afresh. */
    public Run run() {
        return run(RunOptions.defaults());
    }

    public Run run(RunOptions options) {
        return engine.run(this, options);
    }

    /** Configures the nodes, executes nothing. */
    public Run configure() {
        return engine.configure(this, RunOptions.defaults());
    }

    public Optional<Path> source() {
        return Optional.ofNullable(source);
    }

    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    public Map<String, Object> overrides() {
        return Collections.unmodifiableMap(overrides);
    }
}
