package org.knime.core.data.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {}

    public static ListCell createListCell(Collection<? extends DataCell> coll) {
        return new ListCell(List.copyOf(coll));
    }

    public static ListCell createListCell(DataRow row, int[] cols) {
        return createListCell(Arrays.stream(cols).mapToObj(row::getCell).toList());
    }
}
