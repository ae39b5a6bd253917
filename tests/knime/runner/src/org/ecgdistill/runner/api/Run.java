package org.ecgdistill.runner.api;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run left behind. Its tables lie in files until it is closed.
 *
 * <p>A node is asked for by its name ({@code "Fold Assigner"}), by its number ({@code "2"}), or by both as in its label
 * ({@code "Fold Assigner (#2)"}). Ports count from 1.
 */
public interface Run extends AutoCloseable {
    /** Whether every node was executed. */
    boolean succeeded();

    /** The sentence of the first node that failed, naming the node; empty if all went well. */
    Optional<String> failure();

    /** All nodes in the order of their numbers. */
    List<NodeReport> nodes();

    NodeReport node(String node);

    default NodeReport node(Node node) {
        return node(Integer.toString(node.id()));
    }

    /** A table that came out of a node. */
    Table table(String node, int port);

    default Table table(Node node, int port) {
        return table(Integer.toString(node.id()), port);
    }

    /** The first rows of a table that came out of a node. */
    Table head(String node, int port, int rows);

    /**
     * A cell as KNIME's table view shows it when the reader has chosen a renderer in the head of the column.
     *
     * @param renderer what the renderer is called there
     * @return empty if no bundle has declared such a renderer for the column's type
     */
    Optional<BufferedImage> picture(String node, int port, int row, String column, String renderer);

    /** What a node threw when it failed, for the developer; empty if it did not fail. */
    Optional<Throwable> cause(String node);

    default Optional<Throwable> cause(Node node) {
        return cause(Integer.toString(node.id()));
    }

    /** The columns that a node announced in configure, as a table without rows; empty if it announced nothing. */
    Optional<Table> spec(String node, int port);

    default Optional<Table> spec(Node node, int port) {
        return spec(Integer.toString(node.id()), port);
    }

    /** What came out of a port, table or not. */
    default PortReport port(String node, int port) {
        var report = node(node);
        return report.ports().stream()
                .filter(candidate -> candidate.index() == port)
                .findFirst()
                .orElseThrow(() -> new RunnerException(
                        "Nothing came out of port " + port + " of node \"" + report.label() + "\"."));
    }

    /** The view of an executed node; empty if the node has none. */
    Optional<View> view(String node);

    default Optional<View> view(Node node) {
        return view(Integer.toString(node.id()));
    }

    /** Writes every table as CSV, every view as a page, and report.json. */
    void writeResults(Path folder);

    /** Saves the workflow with its data in KNIME's form into a new folder. */
    void save(Path folder);

    /** Removes all files of the run. */
    @Override
    void close();
}
