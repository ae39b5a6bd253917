package org.knime.core.data;

/** What can be asked of a cell; each interface below is one kind of content. */
public interface DataValue {

    /** The cell that holds this value. */
    default DataCell materializeDataCell() {
        throw new UnsupportedOperationException("DataValue.materializeDataCell");
    }
}
