package org.ecgdistill.knime.views;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;

/** The tables that a node has kept for its view. */
final class InternalTables {

    private InternalTables() {}

    /** In the order in which the node gave them; none if it gave none, as a node does that had nothing to do. */
    static List<BufferedDataTable> of(ViewInput in) {
        var objects = in.getInternalPortObjects();
        return objects == null
                ? List.of()
                : Stream.of(objects).map(BufferedDataTable.class::cast).toList();
    }

    /** Their contents, for pages that find their tables by the columns. */
    static List<TableContent> contents(ViewInput in) {
        return of(in).stream().map(TableContent::of).toList();
    }
}
