package org.ecgdistill.testnodes;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;

/** Waits for two tables and says how many rows they have. */
public final class JoinNodeFactory extends DefaultNodeFactory {

    private static final DataColumnSpec LEFT = new DataColumnSpecCreator("Left", LongCell.TYPE).createSpec();
    private static final DataColumnSpec RIGHT = new DataColumnSpecCreator("Right", LongCell.TYPE).createSpec();
    private static final DataColumnSpec FIRST = new DataColumnSpecCreator("First", StringCell.TYPE).createSpec();
    private static final DataTableSpec SPEC = new DataTableSpec(LEFT, RIGHT, FIRST);

    public JoinNodeFactory() {
        super(DefaultNode.create()
                .name("Join")
                .icon("join.png")
                .shortDescription("Counts the rows of two tables.")
                .fullDescription("Counts the rows of two tables.")
                .sinceVersion(5, 8, 0)
                .ports(p -> p.addInputTable("Left table", "Any table.")
                        .addInputTable("Right table", "Any table.")
                        .addOutputTable("Sizes", "One row."))
                .model(m -> m.parametersClass(Parameters.class)
                        .configure(JoinNodeFactory::configure)
                        .execute(JoinNodeFactory::execute))
                .nodeType(NodeType.Other));
    }

    static void configure(ConfigureInput in, ConfigureOutput out) {
        out.setOutSpec(0, SPEC);
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException {
        Parameters parameters = in.getParameters();
        var table = in.getExecutionContext().createDataContainer(SPEC);
        table.addRowToTable(new DefaultRow(
                RowKey.createRowKey(0L),
                new LongCell(in.getInTable(0).size()),
                new LongCell(in.getInTable(1).size()),
                new StringCell(parameters.m_first)));
        table.close();
        out.setOutData(0, table.getTable());
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "First column", description = "A name that a new node takes from its first input.")
        String m_first = "";

        Parameters() {}

        Parameters(NodeParametersInput input) {
            m_first = input.getInTableSpec(0)
                    .map(spec -> spec.getColumnSpec(0).getName())
                    .orElse("");
        }
    }
}
