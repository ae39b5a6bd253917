package org.ecgdistill.runner.launch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;

/** Prints a table for a person: aligned columns, long lists and long tables shortened. */
final class TablePrinter {
    static final int MAX_ROWS = 20;
    private static final int MAX_WIDTH = 28;

    private final PrintStream out;

    TablePrinter(PrintStream out) {
        this.out = out;
    }

    /**
     * @param title what to call it
     * @param table its first rows
     * @param rowCount how many rows it has in truth
     */
    void print(String title, Table table, long rowCount) {
        out.println();
        out.println(title + ": " + count(rowCount, "row") + ", "
                + count(table.columns().size(), "column"));
        var columns = new ArrayList<List<String>>();
        columns.add(cells("", table.rowKeys()));
        for (var column : table.columns()) {
            columns.add(cells(
                    column.name(),
                    column.values().stream().map(TablePrinter::text).toList()));
        }
        for (var row = 0; row <= table.rowCount(); row++) {
            var line = new StringBuilder();
            for (var i = 0; i < columns.size(); i++) {
                var numbers = i > 0 && isNumber(table.columns().get(i - 1));
                line.append(pad(columns.get(i), row, numbers)).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        if (table.rowCount() < rowCount) {
            out.println("… and " + (rowCount - table.rowCount()) + " more rows");
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static List<String> cells(String name, List<String> values) {
        var cells = new ArrayList<String>();
        cells.add(shortened(name));
        values.forEach(value -> cells.add(shortened(value)));
        return cells;
    }

    private static String pad(List<String> cells, int row, boolean right) {
        var width = cells.stream().mapToInt(String::length).max().orElse(0);
        var padding = " ".repeat(width - cells.get(row).length());
        return right ? padding + cells.get(row) : cells.get(row) + padding;
    }

    private static boolean isNumber(Column column) {
        return switch (column.type()) {
            case INTEGER, LONG, DOUBLE -> true;
            default -> false;
        };
    }

    private static String text(Object value) {
        if (value == null) {
            return "?";
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.4g", number);
        }
        if (value instanceof List<?> list) {
            return "[" + list.size() + " values]";
        }
        return value.toString();
    }

    private static String shortened(String text) {
        return text.length() <= MAX_WIDTH ? text : text.substring(0, MAX_WIDTH - 1) + "…";
    }
}
