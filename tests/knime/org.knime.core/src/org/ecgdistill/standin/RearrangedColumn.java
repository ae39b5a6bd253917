package org.ecgdistill.standin;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.container.CellFactory;

/**
 * A column of a rearranged table: one of the original table's or one that a factory makes.
 *
 * @param factory null for a column of the original table
 * @param index among the columns of the original table, or among those of the factory
 */
public record RearrangedColumn(DataColumnSpec spec, CellFactory factory, int index) {

    public static RearrangedColumn existing(DataColumnSpec spec, int index) {
        return new RearrangedColumn(spec, null, index);
    }

    /** All columns of a factory. */
    public static List<RearrangedColumn> made(CellFactory factory) {
        var columns = new ArrayList<RearrangedColumn>();
        for (var spec : factory.getColumnSpecs()) {
            columns.add(new RearrangedColumn(spec, factory, columns.size()));
        }
        return columns;
    }

    public String name() {
        return spec.getName();
    }

    boolean isNew() {
        return factory != null;
    }
}
