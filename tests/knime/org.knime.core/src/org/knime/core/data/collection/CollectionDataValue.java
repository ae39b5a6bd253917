package org.knime.core.data.collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A collection of cells. */
public interface CollectionDataValue extends DataValue, Iterable<DataCell> {

    /** What all the elements have in common. */
    DataType getElementType();

    int size();
}
