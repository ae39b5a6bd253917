package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import org.ecgdistill.runner.api.Table;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that puts out a table which a test gives to it. It is in no node repository. */
public final class GivenTableNodeFactory extends DefaultNodeFactory {
    static final String NAME = "Given Table";

    GivenTableNodeFactory(Table table) {
        super(DefaultNode.create()
                .name(NAME)
                .icon("given-table.png")
                .shortDescription("Puts out a table.")
                .fullDescription("Puts out the table that a test gives to it.")
                .sinceVersion(5, 8, 0)
                .ports(p -> p.addOutputTable("Table", "The given table."))
                .model(m -> m.withoutParameters()
                        .configure((in, out) -> out.setOutSpec(0, Tables.spec(table)))
                        .execute((in, out) -> out.setOutData(0, written(table, in.getExecutionContext()))))
                .nodeType(NodeType.Source));
    }

    private static BufferedDataTable written(Table table, ExecutionContext exec) throws CanceledExecutionException {
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
        return container.getTable();
    }
}
