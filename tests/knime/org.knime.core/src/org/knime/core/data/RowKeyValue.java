package org.knime.core.data;

/** The name of a row. */
public interface RowKeyValue extends DataValue {

    String getString();

    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
