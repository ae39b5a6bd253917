package org.ecgdistill.recording.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.RecordingException;

/** The rows of a table of text, after RFC 4180: a quoted field may hold delimiters, line breaks and doubled quotes. */
final class CsvFields {

    /** Bytes of a character, a field and a row in memory; a field grows by copying. */
    private static final int CHARACTER_BYTES = 4;

    private static final int FIELD_BYTES = 64;
    private static final int ROW_BYTES = 160;

    private final Path file;
    private final PushbackReader reader;
    private final char delimiter;
    private final Budget budget;
    private int number;

    CsvFields(Path file, Reader source, char delimiter) {
        this.file = file;
        this.reader = new PushbackReader(source);
        this.delimiter = delimiter;
        this.budget = new Budget("The table " + file);
    }

    /** The number of the last row, from 1; empty rows count. */
    int number() {
        return number;
    }

    /** The fields of the next row that is not empty; null at the end. */
    List<String> next() throws IOException {
        for (var fields = any(); fields != null; fields = any()) {
            if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                return fields;
            }
        }
        return null;
    }

    private List<String> any() throws IOException {
        var character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
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
                    append(field, character);
                } else if (!takes('"')) {
                    quoted = false;
                } else {
                    field.append('"');
                }
            } else if (character == '"' && field.isEmpty()) {
                quoted = true;
            } else if (character == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                budget.take(FIELD_BYTES);
            } else if (character < 0 || character == '\n' || character == '\r') {
                if (character == '\r') {
                    takes('\n');
                }
                fields.add(field.toString());
                budget.take(ROW_BYTES);
                return fields;
            } else if (character != '\uFEFF') {
                append(field, character);
            }
        }
    }

    private void append(StringBuilder field, int character) {
        field.append((char) character);
        budget.take(CHARACTER_BYTES);
    }

    /** Consumes the next character if it is this one. */
    private boolean takes(char wanted) throws IOException {
        var next = reader.read();
        if (next == wanted) {
            return true;
        }
        if (next >= 0) {
            reader.unread(next);
        }
        return false;
    }
}
