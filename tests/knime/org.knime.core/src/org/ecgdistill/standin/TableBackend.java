package org.ecgdistill.standin;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/** Makes tables that refer to other tables. */
public final class TableBackend {

    private final NodeScope node;

    public TableBackend(NodeScope node) {
        this.node = node;
    }

    public BufferedDataTable replaceSpec(BufferedDataTable in, DataTableSpec spec) {
        if (in.getDataTableSpec().getNumColumns() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Table specs have different lengths: "
                    + in.getDataTableSpec().getNumColumns() + " vs. " + spec.getNumColumns());
        }
        return create(new ReferringContent(spec, in, ReferringContent.NEW_SPEC), node.nextTableId());
    }

    public BufferedDataTable wrap(BufferedDataTable in) {
        return create(new ReferringContent(in.getDataTableSpec(), in, ReferringContent.WRAPPED), node.nextTableId());
    }

    private BufferedDataTable create(TableContent content, int id) {
        var table = Secrets.tables().create(content, id);
        node.own(table);
        return table;
    }

    public BufferedDataTable rearrange(
            BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor monitor, ExecutionContext context)
            throws CanceledExecutionException {
        if (!Secrets.rearrangers().original(rearranger).equalStructure(in.getDataTableSpec())) {
            throw new IllegalArgumentException(
                    "The argument table's spec does not match the original spec passed in the constructor.");
        }
        var columns = Secrets.rearrangers().columns(rearranger);
        var added = columns.stream().filter(RearrangedColumn::isNew).toList();
        var content = added.isEmpty() ? null : compute(in, added, monitor, context);

        var indices = new int[columns.size()];
        var areOriginal = new boolean[columns.size()];
        var specs = new DataColumnSpec[columns.size()];
        var next = 0;
        for (var i = 0; i < indices.length; i++) {
            var column = columns.get(i);
            areOriginal[i] = !column.isNew();
            indices[i] = column.isNew() ? next++ : column.index();
            specs[i] = column.isNew() ? content.spec().getColumnSpec(indices[i]) : column.spec();
        }
        var id = content == null ? node.nextTableId() : content.id();
        return create(new RearrangedContent(new DataTableSpec(specs), in, indices, areOriginal, content), id);
    }

    private ContainerContent compute(
            BufferedDataTable in, List<RearrangedColumn> added, ExecutionMonitor monitor, ExecutionContext context)
            throws CanceledExecutionException {
        var spec = new DataTableSpec(added.stream().map(RearrangedColumn::spec).toArray(DataColumnSpec[]::new));
        var settings =
                DataContainerSettings.builder().withInitializedDomain(true).build();
        var factories = factories(added);
        var writer = node.createWriter(spec, settings, false);
        factories.keySet().forEach(factory -> prepare(factory, context));
        ContainerContent content;
        try {
            new RowComputation(node, in, factories, writer, monitor).run();
        } finally {
            content = writer.finish();
            factories.keySet().forEach(TableBackend::finish);
        }
        return content;
    }

    /** For each factory, where its cells go: an element per new column, -1 for another factory's. */
    private static Map<CellFactory, int[]> factories(List<RearrangedColumn> added) {
        var factories = new IdentityHashMap<CellFactory, int[]>();
        for (var i = 0; i < added.size(); i++) {
            var places = factories.computeIfAbsent(added.get(i).factory(), f -> {
                var none = new int[added.size()];
                Arrays.fill(none, -1);
                return none;
            });
            places[i] = added.get(i).index();
        }
        return factories;
    }

    private static void prepare(CellFactory factory, ExecutionContext context) {
        if (factory instanceof AbstractCellFactory cells) {
            Secrets.cells().give(cells, FileStoreFactory.createWorkflowFileStoreFactory(context));
        }
    }

    private static void finish(CellFactory factory) {
        if (factory instanceof AbstractCellFactory cells) {
            cells.afterProcessing();
            Secrets.cells().give(cells, null);
        }
    }
}
