package org.ecgdistill.standin;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The rows of a table, wherever they lie. */
public sealed interface TableContent permits ContainerContent, RearrangedContent, ReferringContent {

    DataTableSpec spec();

    long size();

    CloseableRowIterator iterator();

    /** The tables that some of the cells lie in. */
    List<BufferedDataTable> references();
}
