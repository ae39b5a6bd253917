package org.ecgdistill.runner.launch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
     * @param withKeys whether each row begins with its key
     */
    void print(String title, Table table, long rowCount, boolean withKeys) {
        out.println();
        out.println(title);
        var columns = new ArrayList<List<String>>();
        if (withKeys) {
            columns.add(padded(cells("", table.rowKeys()), false));
        }
        for (var column : table.columns()) {
            var format = format(column);
            var texts = column.values().stream().map(value -> text(value, format));
            columns.add(padded(cells(column.name(), texts.toList()), isNumber(column)));
        }
        for (var row = 0; row <= table.rowCount(); row++) {
            var at = row;
            var line = columns.stream().map(column -> column.get(at)).collect(Collectors.joining("  "));
            out.println(line.stripTrailing());
        }
        if (table.rowCount() < rowCount) {
            out.println("… and " + (rowCount - table.rowCount()) + " more rows");
        }
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static List<String> cells(String name, List<String> values) {
        var cells = new ArrayList<String>();
        cells.add(shortened(name));
        values.forEach(value -> cells.add(shortened(value)));
        return cells;
    }

    private static List<String> padded(List<String> cells, boolean right) {
        var width = cells.stream().mapToInt(String::length).max().orElse(0);
        return cells.stream()
                .map(cell -> {
                    var padding = " ".repeat(width - cell.length());
                    return right ? padding + cell : cell + padding;
                })
                .toList();
    }

    /** Shares and the like get as many decimals each, so that they can be read down the column. */
    private static String format(Column column) {
        var areShares = column.values().stream()
                .filter(Double.class::isInstance)
                .mapToDouble(value -> Math.abs((Double) value))
                .allMatch(size -> Double.isNaN(size) || size == 0 || size >= 0.001 && size < 10);
        return areShares ? "%.3f" : "%.4g";
    }

    private static boolean isNumber(Column column) {
        return switch (column.type()) {
            case INTEGER, LONG, DOUBLE -> true;
            default -> false;
        };
    }

    private static String text(Object value, String format) {
        if (value == null) {
            return "?";
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, format, number);
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
