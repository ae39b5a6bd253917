package org.knime.core.node.streamable.simple;

import java.io.File;
import java.io.IOException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;

/** A node with one table in and one out, whose work is done row by row. Streaming is not part of this stand-in. */
public abstract class SimpleStreamableFunctionNodeModel extends NodeModel {

    public SimpleStreamableFunctionNodeModel() {
        super(1, 1);
    }

    protected abstract ColumnRearranger createColumnRearranger(DataTableSpec spec) throws InvalidSettingsException;

    @Override
    protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException {
        return new DataTableSpec[] {createColumnRearranger(inSpecs[0]).createSpec()};
    }

    @Override
    protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec) throws Exception {
        var rearranger = createColumnRearranger(inData[0].getDataTableSpec());
        return new BufferedDataTable[] {exec.createColumnRearrangeTable(inData[0], rearranger, exec)};
    }

    protected boolean isDistributable() {
        return true;
    }

    @Override
    protected void reset() {
        // nothing to reset
    }

    @Override
    protected void loadInternals(File nodeInternDir, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        // nothing to load
    }

    @Override
    protected void saveInternals(File nodeInternDir, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        // nothing to save
    }
}
