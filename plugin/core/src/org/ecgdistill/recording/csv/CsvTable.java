package org.ecgdistill.recording.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/**
 * A table of text with a header row, after RFC 4180: a quoted field may hold commas, line breaks and doubled quotes.
 */
public final class CsvTable {

    /** Bytes of a character, a field and a row in memory; a field grows by copying. */
    private static final int CHARACTER_BYTES = 4;

    private static final int FIELD_BYTES = 64;
    private static final int ROW_BYTES = 160;

    private final Path file;
    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private CsvTable(Path file, Map<String, Integer> columns, List<List<String>> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows.stream().map(Row::new).toList();
    }

    /** @throws RecordingException if rows differ in length or a quote is not closed */
    public static CsvTable read(Path file) {
        PlainFile.check(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file, reader);
        } catch (CharacterCodingException ex) {
            throw new RecordingException(
                    "The table " + file + " is not written in UTF-8. Open it in a text editor and save it as UTF-8.");
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private static CsvTable read(Path file, Reader source) throws IOException {
        var reader = new PushbackReader(source);
        var budget = new Budget("The table " + file);
        var columns = new HashMap<String, Integer>();
        var rows = new ArrayList<List<String>>();
        var number = 0;
        for (var fields = next(file, reader, 1, budget);
                fields != null;
                fields = next(file, reader, number + 1, budget)) {
            number++;
            if (fields.size() == 1 && fields.get(0).isEmpty()) {
                continue;
            }
            if (columns.isEmpty()) {
                for (var i = 0; i < fields.size(); i++) {
                    columns.putIfAbsent(fields.get(i).strip(), i);
                }
                rows.add(fields);
            } else if (fields.size() != rows.get(0).size()) {
                throw new RecordingException("The table " + file + ", row " + number + ": found " + fields.size()
                        + " fields, expected " + rows.get(0).size()
                        + " as in the first row. Correct the row, or get the file again.");
            } else {
                rows.add(fields);
            }
        }
        if (rows.isEmpty()) {
            throw new RecordingException("The table " + file
                    + " is empty: expected a row with the names of the columns. Get the file again.");
        }
        return new CsvTable(file, columns, rows.subList(1, rows.size()));
    }

    /** The fields of the next row; null at the end. */
    private static List<String> next(Path file, PushbackReader reader, int number, Budget budget) throws IOException {
        var character = reader.read();
        if (character < 0) {
            return null;
        }
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (; ; character = reader.read()) {
            if (character < 0 && quoted) {
                throw new RecordingException("The table " + file + " ends inside the quoted field that began in row "
                        + number + ". The file is cut short: get it again.");
            }
            if (quoted) {
                if (character != '"') {
                    append(field, character, budget);
                } else if (!takes(reader, '"')) {
                    quoted = false;
                } else {
                    field.append('"');
                }
            } else if (character == '"' && field.isEmpty()) {
                quoted = true;
            } else if (character == ',') {
                fields.add(field.toString());
                field.setLength(0);
                budget.take(FIELD_BYTES);
            } else if (character < 0 || character == '\n' || character == '\r') {
                if (character == '\r') {
                    takes(reader, '\n');
                }
                fields.add(field.toString());
                budget.take(ROW_BYTES);
                return fields;
            } else if (character != '\uFEFF') {
                append(field, character, budget);
            }
        }
    }

    private static void append(StringBuilder field, int character, Budget budget) {
        field.append((char) character);
        budget.take(CHARACTER_BYTES);
    }

    /** Consumes the next character if it is this one. */
    private static boolean takes(PushbackReader reader, char wanted) throws IOException {
        var next = reader.read();
        if (next == wanted) {
            return true;
        }
        if (next >= 0) {
            reader.unread(next);
        }
        return false;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One row of the table. */
    public final class Row {

        private final List<String> fields;

        private Row(List<String> fields) {
            this.fields = fields;
        }

        /** @throws RecordingException if the table has no such column */
        public String get(String column) {
            var index = columns.get(column);
            if (index == null) {
                throw new RecordingException("The table " + file + " has no column \"" + column
                        + "\". It is not the expected table, or another version of it: get it again.");
            }
            return fields.get(index);
        }
    }
}
