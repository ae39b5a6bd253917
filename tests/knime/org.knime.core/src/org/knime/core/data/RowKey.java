package org.knime.core.data;

import java.util.Arrays;

/** The name of a row, unique within its table. */
public final class RowKey implements RowKeyValue {

    private final String id;

    public RowKey(String id) {
        if (id == null) {
            throw new NullPointerException("A row key must not be null.");
        }
        this.id = id;
    }

    /** "Row" and the index, counted from 0: how nodes name rows they make. */
    public static RowKey createRowKey(long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    public static String[] toStrings(RowKey... rowKeys) {
        return rowKeys == null
                ? null
                : Arrays.stream(rowKeys).map(RowKey::getString).toArray(String[]::new);
    }

    public static RowKey[] toRowKeys(String... strs) {
        return strs == null ? null : Arrays.stream(strs).map(RowKey::new).toArray(RowKey[]::new);
    }

    @Override
    public String getString() {
        return id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof RowKeyValue other && other.getString().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
