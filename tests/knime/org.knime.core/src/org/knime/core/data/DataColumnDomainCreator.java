package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {

    private Set<DataCell> values;
    private DataCell lowerBound;
    private DataCell upperBound;

    public DataColumnDomainCreator() {}

    public DataColumnDomainCreator(DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    public DataColumnDomainCreator(Set<? extends DataCell> values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(DataCell[] values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(DataCell lowerBound, DataCell upperBound) {
        this((Set<DataCell>) null, lowerBound, upperBound);
    }

    public DataColumnDomainCreator(DataCell[] values, DataCell lowerBound, DataCell upperBound) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lowerBound, upperBound);
    }

    public DataColumnDomainCreator(Set<? extends DataCell> values, DataCell lowerBound, DataCell upperBound) {
        this.values = copy(values);
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
    }

    /** @param values copied; null if not known */
    public void setValues(Set<? extends DataCell> values) {
        this.values = copy(values);
    }

    private static Set<DataCell> copy(Set<? extends DataCell> values) {
        return values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public void setLowerBound(DataCell lower) {
        lowerBound = lower;
    }

    public void setUpperBound(DataCell upper) {
        upperBound = upper;
    }

    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lowerBound, upperBound, values);
    }
}
