package org.knime.core.data;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.collection.CollectionDataValue;

/** One cell of a table; immutable. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<Class<?>, DataType> TYPES = new ConcurrentHashMap<>();

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    public final DataType getType() {
        if (this instanceof CollectionDataValue collection) {
            return DataType.getType(getClass(), collection.getElementType());
        }
        return TYPES.computeIfAbsent(getClass(), c -> DataType.getType(c.asSubclass(DataCell.class)));
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /** Missing cells are equal to each other; other cells to cells of their kind with the same content. */
    @Override
    public final boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof DataCell other)) {
            return false;
        }
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        if (other.getClass() == getClass()) {
            return equalsDataCell(other);
        }
        return getType().getPreferredValueClass().equals(other.getType().getPreferredValueClass())
                && equalContent(other);
    }

    /** @param dc a cell of the same class, not missing */
    protected abstract boolean equalsDataCell(DataCell dc);

    /** @param otherValue a cell of another class with the same preferred value class */
    protected boolean equalContent(DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
