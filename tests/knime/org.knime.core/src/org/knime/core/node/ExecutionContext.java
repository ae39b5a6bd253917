package org.knime.core.node;

import java.io.IOException;
import org.ecgdistill.standin.NodeScope;
import org.ecgdistill.standin.Secrets;
import org.ecgdistill.standin.TableBackend;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;

/** What a node needs for its work: progress, cancellation, tables and files. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        Secrets.register(Secrets.Contexts.class, ExecutionContext::new);
    }

    private final NodeScope node;

    ExecutionContext(NodeScope node, NodeProgressMonitor progress) {
        super(progress);
        this.node = node;
    }

    /** A container whose domain starts from the one in the spec. */
    public BufferedDataContainer createDataContainer(DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
        return createDataContainer(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initDomain)
                        .build());
    }

    public BufferedDataContainer createDataContainer(DataTableSpec spec, DataContainerSettings settings) {
        return node.as(() -> new BufferedDataContainer(spec, settings));
    }

    /** Copies a table's rows. */
    public BufferedDataTable createBufferedDataTable(DataTable table, ExecutionMonitor subProgressMon)
            throws CanceledExecutionException {
        if (table instanceof BufferedDataTable buffered) {
            return buffered;
        }
        var container = createDataContainer(table.getDataTableSpec());
        try {
            for (var row : table) {
                subProgressMon.checkCanceled();
                container.addRowToTable(row);
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /** The columns of {@code in}, some of them dropped, moved, replaced or new; only the new ones are stored. */
    public BufferedDataTable createColumnRearrangeTable(
            BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor subProgressMon)
            throws CanceledExecutionException {
        return new TableBackend(node).rearrange(in, rearranger, subProgressMon, this);
    }

    /** The same rows under another spec. */
    public BufferedDataTable createSpecReplacerTable(BufferedDataTable in, DataTableSpec newSpec) {
        return new TableBackend(node).replaceSpec(in, newSpec);
    }

    public BufferedDataTable createWrappedTable(BufferedDataTable in) {
        return new TableBackend(node).wrap(in);
    }

    public BufferedDataTable createConcatenateTable(ExecutionMonitor exec, BufferedDataTable... tables)
            throws CanceledExecutionException {
        throw new UnsupportedOperationException("ExecutionContext.createConcatenateTable");
    }

    public BufferedDataTable createJoinedTable(BufferedDataTable left, BufferedDataTable right, ExecutionMonitor exec)
            throws CanceledExecutionException {
        throw new UnsupportedOperationException("ExecutionContext.createJoinedTable");
    }

    /**
     * A file that lives as long as the node is executed, and is saved with it.
     *
     * @param relativePath a name, without folders, that the node has not used yet
     */
    public FileStore createFileStore(String relativePath) throws IOException {
        return node.createFileStore(relativePath);
    }

    public ExecutionContext createSubExecutionContext(double maxProg) {
        return new ExecutionContext(node, part(maxProg, false));
    }

    public ExecutionContext createSilentSubExecutionContext(double maxProg) {
        return new ExecutionContext(node, part(maxProg, true));
    }
}
