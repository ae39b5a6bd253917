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

    public DataColumnDomainCreator(final DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell[] values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        this((Set<DataCell>) null, lowerBound, upperBound);
    }

    public DataColumnDomainCreator(final DataCell[] values, final DataCell lowerBound, final DataCell upperBound) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lowerBound, upperBound);
    }

    public DataColumnDomainCreator(
            final Set<? extends DataCell> values, final DataCell lowerBound, final DataCell upperBound) {
        this.values = copy(values);
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
    }

    /** @param values copied; null if not known */
    public void setValues(final Set<? extends DataCell> values) {
        this.values = copy(values);
    }

    private static Set<DataCell> copy(final Set<? extends DataCell> values) {
        return values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public void setLowerBound(final DataCell lower) {
        lowerBound = lower;
    }

    public void setUpperBound(final DataCell upper) {
        upperBound = upper;
    }

    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lowerBound, upperBound, values);
    }
}
