package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;

/** KNIME's tables as plain tables, and back. */
final class Tables {
    private Tables() {}

    static DataTableSpec spec(Table table) {
        return new DataTableSpec(table.columns().stream().map(Tables::spec).toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec spec(Column column) {
        var creator = new DataColumnSpecCreator(column.name(), Cells.type(column.type()));
        creator.setProperties(new DataColumnProperties(new LinkedHashMap<>(column.properties())));
        return creator.createSpec();
    }

    /** Only the columns. */
    static Table plain(DataTableSpec spec) {
        return plain(spec, List.of(), List.of());
    }

    /** The first rows of a table. */
    static Table plain(BufferedDataTable table, long rows) {
        var keys = new ArrayList<String>();
        var values = new ArrayList<List<Object>>();
        var spec = table.getDataTableSpec();
        try (var iterator = table.iterator()) {
            while (keys.size() < rows && iterator.hasNext()) {
                var row = iterator.next();
                keys.add(row.getKey().getString());
                values.add(row.stream().map(Cells::value).toList());
            }
        }
        return plain(spec, keys, values);
    }

    private static Table plain(DataTableSpec spec, List<String> keys, List<List<Object>> rows) {
        var columns = new ArrayList<Column>();
        for (var i = 0; i < spec.getNumColumns(); i++) {
            var index = i;
            var column = spec.getColumnSpec(i);
            columns.add(new Column(
                    column.getName(),
                    Cells.type(column.getType()),
                    rows.stream().map(row -> row.get(index)).toList(),
                    properties(column)));
        }
        return new Table(columns, keys);
    }

    private static Map<String, String> properties(DataColumnSpec column) {
        var properties = new LinkedHashMap<String, String>();
        var from = column.getProperties();
        for (var keys = from.properties(); keys.hasMoreElements(); ) {
            var key = keys.nextElement();
            properties.put(key, from.getProperty(key));
        }
        return properties;
    }
}
