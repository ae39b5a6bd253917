package org.ecgdistill.osgi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.Table;

/** What a table can be like in daily use, made from one that is as it should be. */
final class BadTables {
    private BadTables() {}

    /** The same columns without rows. */
    static Table empty(Table table) {
        return withRows(table, 0);
    }

    /** One row, of which all is missing. */
    static Table oneMissingRow(Table table) {
        return withRows(table, 1);
    }

    private static Table withRows(Table table, int rows) {
        return Table.of(table.columns().stream()
                .map(column -> with(column, column.type(), Collections.nCopies(rows, null)))
                .toArray(Column[]::new));
    }

    /** Of the second row, all is missing. */
    static Table withAMissingRow(Table table) {
        return Table.of(table.columns().stream()
                .map(column -> {
                    var values = new ArrayList<>(column.values());
                    values.set(1, null);
                    return with(column, column.type(), values);
                })
                .toArray(Column[]::new));
    }

    /** For each column, a table in which this column has no value at all. */
    static Map<String, Table> withAMissingColumn(Table table) {
        var tables = new LinkedHashMap<String, Table>();
        for (var column : table.columns()) {
            var values = Collections.nCopies(table.rowCount(), null);
            tables.put(column.name() + " missing", replaced(table, with(column, column.type(), values)));
        }
        return tables;
    }

    /** For each column, tables in which it holds something else: texts for numbers, numbers for texts and signals. */
    static Map<String, Table> withOtherTypes(Table table) {
        var tables = new LinkedHashMap<String, Table>();
        for (var column : table.columns()) {
            for (var other : List.of(texts(column), numbers(column), signals(column))) {
                if (other.type() != column.type()) {
                    tables.put(column.name() + " as " + other.type().title(), replaced(table, other));
                }
            }
        }
        return tables;
    }

    /** For each column, a table without it. */
    static Map<String, Table> withoutAColumn(Table table) {
        var tables = new LinkedHashMap<String, Table>();
        for (var column : table.columns()) {
            tables.put(
                    "without " + column.name(),
                    Table.of(table.columns().stream()
                            .filter(other -> other != column)
                            .toArray(Column[]::new)));
        }
        return tables;
    }

    private static Column texts(Column column) {
        return with(column, ColumnType.STRING, each(column, row -> "text " + row));
    }

    private static Column numbers(Column column) {
        return with(column, ColumnType.DOUBLE, each(column, row -> row + 0.5));
    }

    private static Column signals(Column column) {
        return with(column, ColumnType.DOUBLE_LIST, each(column, row -> List.of(1.0, 2.0, (double) row)));
    }

    private static List<Object> each(Column column, IntFunction<Object> value) {
        return IntStream.range(0, column.size()).mapToObj(value).toList();
    }

    private static Column with(Column column, ColumnType type, List<?> values) {
        return new Column(column.name(), type, new ArrayList<>(values), column.properties());
    }

    private static Table replaced(Table table, Column column) {
        return Table.of(table.columns().stream()
                .map(other -> other.name().equals(column.name()) ? column : other)
                .toArray(Column[]::new));
    }
}
