package org.ecgdistill.runner.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as plain columns: what a test gives to a node and what it gets from one. It lies in memory as a whole, so it
 * is meant for tables of tests; a run writes its own tables to CSV files row by row.
 *
 * @param columns the columns, all of the same length
 * @param rowKeys one per row
 */
public record Table(List<Column> columns, List<String> rowKeys) {

    public Table {
        columns = List.copyOf(columns);
        rowKeys = List.copyOf(rowKeys);
        for (var column : columns) {
            if (column.size() != rowKeys.size()) {
                throw new RunnerException("Column \"" + column.name() + "\" has " + column.size()
                        + " values, but the table has " + rowKeys.size() + " rows.");
            }
        }
    }

    /** A table with KNIME's usual row keys, Row0, Row1, … */
    public static Table of(Column... columns) {
        var keys = new ArrayList<String>();
        var rows = columns.length == 0 ? 0 : columns[0].size();
        for (var row = 0; row < rows; row++) {
            keys.add("Row" + row);
        }
        return new Table(List.of(columns), keys);
    }

    public int rowCount() {
        return rowKeys.size();
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RunnerException("There is no column \"" + name + "\"; there are " + columnNames() + "."));
    }

    /** The value in one cell, {@code null} if it is missing. */
    public Object get(String column, int row) {
        return column(column).get(row);
    }
}
