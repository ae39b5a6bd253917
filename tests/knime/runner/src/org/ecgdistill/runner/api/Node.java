package org.ecgdistill.runner.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node in a workflow that is being put together. */
public final class Node {
    private final Workflow workflow;
    private final int id;
    private final String factory;
    private final Table table;
    private final List<Setting> settings = new ArrayList<>();
    private int inputs;

    Node(Workflow workflow, int id, String factory, Table table) {
        this.workflow = workflow;
        this.id = id;
        this.factory = factory;
        this.table = table;
    }

    /** Gives a parameter a value, see {@link Setting}. */
    public Node set(String path, Object value) {
        settings.add(new Setting(path, value));
        return this;
    }

    /** Connects the first output port of another node to the next free input port of this one. */
    public Node from(Node source) {
        return from(source, 1);
    }

    /** Connects an output port of another node to the next free input port of this one. */
    public Node from(Node source, int sourcePort) {
        inputs++;
        workflow.connect(source, sourcePort, this, inputs);
        return this;
    }

    public int id() {
        return id;
    }

    /** The factory's class name. */
    public String factory() {
        return factory;
    }

    /** The table that this node stands for, if it is not a real node. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    public List<Setting> settings() {
        return List.copyOf(settings);
    }
}
