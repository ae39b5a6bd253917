package org.ecgdistill.runner.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes a table as CSV after RFC 4180, with the row keys as first column. A missing value is an empty field, an empty
 * text is {@code ""}, a list is {@code [1.0; 2.0; ?]} with a question mark for a missing element. The byte order mark at
 * the beginning tells Excel that the text is UTF-8.
 */
final class CsvWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private CsvWriter() {}

    static void write(BufferedDataTable table, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file);
                var rows = table.iterator()) {
            out.write(BYTE_ORDER_MARK);
            out.write("RowID");
            for (var name : table.getDataTableSpec().getColumnNames()) {
                field(out, quoted(name));
            }
            out.write(LINE_END);
            while (rows.hasNext()) {
                var row = rows.next();
                out.write(quoted(row.getKey().getString()));
                for (var cell : row) {
                    var value = Cells.value(cell);
                    field(out, value == null ? "" : quoted(text(value)));
                }
                out.write(LINE_END);
            }
        }
    }

    private static void field(BufferedWriter out, String text) throws IOException {
        out.write(',');
        out.write(text);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> element == null ? "?" : element.toString())
                    .collect(Collectors.joining("; ", "[", "]"));
        }
        return value.toString();
    }

    private static String quoted(String text) {
        var plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
