package org.ecgdistill.standin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** The domain of one column, from its cells as they come: bounds of numbers, the different values of names. */
final class DomainBuilder {

    private final DataColumnSpec column;
    private final DataValueComparator comparator;
    private final boolean hasBounds;
    private DataCell lower;
    private DataCell upper;

    /** Null for columns without, and once there are too many. */
    private Set<DataCell> values;

    /** @param keepsOld whether the column's old domain is part of the new one */
    DomainBuilder(DataColumnSpec column, boolean keepsOld) {
        this.column = column;
        comparator = column.getType().getComparator();
        hasBounds = column.getType().isCompatible(BoundedValue.class);
        var old = column.getDomain();
        if (keepsOld) {
            lower = old.getLowerBound();
            upper = old.getUpperBound();
        }
        if (column.getType().isCompatible(NominalValue.class)) {
            values = new LinkedHashSet<>(keepsOld && old.hasValues() ? old.getValues() : Set.<DataCell>of());
        }
    }

    void add(DataCell cell, int maxValues) {
        if (cell.isMissing()) {
            return;
        }
        if (values != null && values.add(cell) && values.size() > maxValues) {
            values = null;
        }
        if (hasBounds && !(cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue()))) {
            if (lower == null || comparator.compare(cell, lower) < 0) {
                lower = cell;
            }
            if (upper == null || comparator.compare(cell, upper) > 0) {
                upper = cell;
            }
        }
    }

    DataColumnSpec build() {
        var domain = new DataColumnDomainCreator(column.getDomain());
        if (column.getType().isCompatible(NominalValue.class)) {
            domain.setValues(values);
        }
        if (hasBounds) {
            domain.setLowerBound(lower);
            domain.setUpperBound(upper);
        }
        var creator = new DataColumnSpecCreator(column);
        creator.setDomain(domain.createDomain());
        return creator.createSpec();
    }

    static DataColumnSpec[] build(Collection<DomainBuilder> builders) {
        return builders.stream().map(DomainBuilder::build).toArray(DataColumnSpec[]::new);
    }
}
