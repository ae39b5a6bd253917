package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the pages of results share: the place of their figures, the runner's tables, and how numbers are written. */
final class Figures {

    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- end of figures -->";

    /** A comma outside of quotation marks. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private Figures() {}

    /** Puts figures into a page, between its two marks. */
    static void write(Path page, String figures) throws IOException {
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " lacks the marks " + BEGIN + " and " + END + ".");
        }
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + figures + text.substring(end));
    }

    /** The rows of a table written by the runner, as cells by column name; a cell must not contain a line break. */
    static List<Map<String, String>> read(Path table) throws IOException {
        var lines = Files.readAllLines(table);
        var names = COMMA.split(lines.get(0), -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = COMMA.split(line, -1);
            var row = new LinkedHashMap<String, String>();
            for (var i = 0; i < names.length; i++) {
                row.put(plain(names[i]), plain(cells[i]));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Without the quotation marks around a text with a comma. */
    private static String plain(String cell) {
        return cell.length() > 1 && cell.startsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    /** The number in a cell; NaN where the cell, or its column, is missing. */
    static double number(Map<String, String> row, String column) {
        var text = row.get(column);
        return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** A number as a page shows it, in groups of three digits; a dash for NaN. */
    static String rounded(double number, int digits) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", number);
    }
}
