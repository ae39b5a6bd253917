package org.knime.core.data.container;

import java.util.Objects;
import org.ecgdistill.standin.ContainerContent;
import org.ecgdistill.standin.ContainerWriter;
import org.ecgdistill.standin.Secrets;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** Collects rows into a table; they go to disk as they come. */
public class DataContainer implements RowAppender {

    private final ContainerWriter writer;
    private ContainerContent content;

    /**
     * A container of the node that is running on this thread.
     *
     * @throws IllegalStateException outside a node
     */
    public DataContainer(DataTableSpec spec, DataContainerSettings settings) {
        this.writer = ContainerWriter.ofCurrentNode(Objects.requireNonNull(spec), settings);
    }

    @Override
    public void addRowToTable(DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row: the container is already closed.");
        }
        writer.add(row);
    }

    /** No more rows. */
    public void close() {
        if (isOpen()) {
            content = writer.finish();
        }
    }

    public boolean isOpen() {
        return content == null;
    }

    public boolean isClosed() {
        return content != null;
    }

    public long size() {
        return writer.size();
    }

    public DataTableSpec getTableSpec() {
        return isClosed() ? content.spec() : writer.spec();
    }

    public void setMaxPossibleValues(int maxPossibleValues) {
        writer.setMaxPossibleValues(maxPossibleValues);
    }

    /** @throws IllegalStateException while the container is open */
    public DataTable getTable() {
        if (isOpen()) {
            throw new IllegalStateException("Close the container before getting its table.");
        }
        return Secrets.tables().create(content, content.id());
    }
}
