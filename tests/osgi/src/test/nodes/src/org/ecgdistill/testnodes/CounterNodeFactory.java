package org.ecgdistill.testnodes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Counts rows; warns, waits or fails on the way if asked to. */
public final class CounterNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Number", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Thread", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Loader", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Samples", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec());

    public CounterNodeFactory() {
        super(DefaultNode.create()
                .name("Counter")
                .icon("counter.png")
                .shortDescription("Counts.")
                .fullDescription("Counts rows, and warns, waits or fails if asked to.")
                .sinceVersion(5, 8, 0)
                .ports(p -> p.addOutputTable("Numbers", "One number per row."))
                .model(m -> m.parametersClass(Parameters.class)
                        .configure(CounterNodeFactory::configure)
                        .execute(CounterNodeFactory::execute))
                .nodeType(NodeType.Source));
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        Parameters parameters = in.getParameters();
        if (parameters.m_rows < 0) {
            throw new InvalidSettingsException(
                    "The number of rows is " + parameters.m_rows + ", but must not be negative.");
        }
        out.setOutSpec(0, SPEC);
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        Parameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        var table = exec.createDataContainer(SPEC);
        try {
            for (var row = 0; row < parameters.m_rows; row++) {
                exec.checkCanceled();
                exec.setProgress((double) row / parameters.m_rows, "Row " + row);
                pause(parameters.m_pause);
                if (row == parameters.m_failAt.orElse(-1)) {
                    throw failure(parameters, row);
                }
                var samples = List.of(new DoubleCell(row + parameters.m_group.m_offset), new DoubleCell(0.5));
                table.addRowToTable(new DefaultRow(
                        RowKey.createRowKey((long) row),
                        new IntCell(row),
                        new StringCell(Thread.currentThread().getName()),
                        new StringCell(String.valueOf(Thread.currentThread().getContextClassLoader())),
                        CollectionCellFactory.createListCell(samples)));
            }
        } finally {
            table.close();
        }
        if (!parameters.m_warning.isEmpty()) {
            out.setWarningMessage(parameters.m_warning);
        }
        out.setOutData(0, table.getTable());
    }

    private static KNIMEException failure(Parameters parameters, int row) {
        return switch (parameters.m_failure) {
            case KNIME ->
                KNIMEException.of(Message.builder()
                        .withSummary("Row " + row + " could not be counted.")
                        .addResolutions("Count fewer rows.")
                        .build()
                        .orElseThrow());
            case BUG -> throw new IllegalStateException("no such row " + row);
        };
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    enum Failure {
        KNIME,
        BUG
    }

    static final class Group implements NodeParameters {
        @Widget(title = "Offset", description = "Added to each sample.")
        double m_offset = 0.25;
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Rows", description = "How far to count.")
        int m_rows = 3;

        @Widget(title = "Pause (ms)", description = "How long to wait before each row.")
        int m_pause;

        @Widget(title = "Fail at row", description = "Where to fail, if at all.")
        Optional<Integer> m_failAt = Optional.empty();

        @Widget(title = "Failure", description = "How to fail.")
        Failure m_failure = Failure.KNIME;

        @Widget(title = "Warning", description = "What to warn of; nothing if empty.")
        String m_warning = "";

        @Widget(title = "Names", description = "Not used.")
        String[] m_names = {};

        Group m_group = new Group();
    }
}
