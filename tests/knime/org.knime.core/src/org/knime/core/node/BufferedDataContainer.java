package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** A container that an {@link ExecutionContext} makes, for a node's output. */
public class BufferedDataContainer extends DataContainer {

    private BufferedDataTable table;

    BufferedDataContainer(DataTableSpec spec, DataContainerSettings settings) {
        super(spec, settings);
    }

    /** @throws IllegalStateException while the container is open */
    @Override
    public BufferedDataTable getTable() {
        if (table == null) {
            table = (BufferedDataTable) super.getTable();
        }
        return table;
    }
}
