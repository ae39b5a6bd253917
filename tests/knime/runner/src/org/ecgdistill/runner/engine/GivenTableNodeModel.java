package org.ecgdistill.runner.engine;

import java.io.File;
import java.util.ArrayList;
import org.ecgdistill.runner.api.Table;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes the given table row by row. */
final class GivenTableNodeModel extends NodeModel {
    private final Table table;

    GivenTableNodeModel(Table table) {
        super(0, 1);
        this.table = table;
    }

    @Override
    protected DataTableSpec[] configure(DataTableSpec[] inputs) {
        return new DataTableSpec[] {Tables.spec(table)};
    }

    @Override
    protected BufferedDataTable[] execute(BufferedDataTable[] inputs, ExecutionContext exec)
            throws CanceledExecutionException {
        var container = exec.createDataContainer(Tables.spec(table));
        try {
            for (var row = 0; row < table.rowCount(); row++) {
                exec.checkCanceled();
                var cells = new ArrayList<DataCell>();
                for (var column : table.columns()) {
                    cells.add(Cells.cell(column.type(), column.get(row)));
                }
                container.addRowToTable(new DefaultRow(table.rowKeys().get(row), cells));
            }
        } finally {
            container.close();
        }
        return new BufferedDataTable[] {container.getTable()};
    }

    @Override
    protected void reset() {
        // The table was given; there is nothing to forget.
    }

    @Override
    protected void saveSettingsTo(NodeSettingsWO settings) {
        // No parameters.
    }

    @Override
    protected void validateSettings(NodeSettingsRO settings) {
        // No parameters.
    }

    @Override
    protected void loadValidatedSettingsFrom(NodeSettingsRO settings) {
        // No parameters.
    }

    @Override
    protected void loadInternals(File folder, ExecutionMonitor exec) {
        // No view, so nothing to keep for one.
    }

    @Override
    protected void saveInternals(File folder, ExecutionMonitor exec) {
        // No view, so nothing to keep for one.
    }
}
