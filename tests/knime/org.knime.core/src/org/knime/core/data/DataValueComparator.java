package org.knime.core.data;

import java.util.Comparator;

/** Orders cells; missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    protected DataValueComparator() {}

    @Override
    public final int compare(DataCell c1, DataCell c2) {
        if (c1.isMissing() || c2.isMissing()) {
            return Boolean.compare(!c1.isMissing(), !c2.isMissing());
        }
        return compareDataValues(c1, c2);
    }

    /** Compares two values that are not missing. */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
