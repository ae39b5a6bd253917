package org.knime.core.node;

import javax.swing.JComponent;
import org.ecgdistill.standin.Secrets;
import org.ecgdistill.standin.TableContent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table that nodes exchange; its rows lie on disk. */
public final class BufferedDataTable implements DataTable, PortObject {

    static {
        Secrets.register(Secrets.Tables.class, new Secrets.Tables() {
            @Override
            public BufferedDataTable create(TableContent content, int id) {
                return new BufferedDataTable(content, id);
            }

            @Override
            public TableContent content(BufferedDataTable table) {
                return table.content;
            }
        });
    }

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);
    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final TableContent content;
    private final int id;

    BufferedDataTable(TableContent content, int id) {
        this.content = content;
        this.id = id;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return content.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return content.spec();
    }

    /** Close it if you stop before the last row. */
    @Override
    public CloseableRowIterator iterator() {
        return content.iterator();
    }

    public long size() {
        return content.size();
    }

    public Integer getBufferedTableId() {
        return id;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
