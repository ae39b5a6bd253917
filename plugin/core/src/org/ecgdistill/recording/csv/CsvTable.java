package org.ecgdistill.recording.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/** A table of text with a header row, written in UTF-8 with commas. */
public final class CsvTable {

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
        var reader = new CsvFields(file, source, ',');
        var columns = new HashMap<String, Integer>();
        var rows = new ArrayList<List<String>>();
        for (var fields = reader.next(); fields != null; fields = reader.next()) {
            if (columns.isEmpty()) {
                for (var i = 0; i < fields.size(); i++) {
                    columns.putIfAbsent(fields.get(i).strip(), i);
                }
                rows.add(fields);
            } else if (fields.size() != rows.get(0).size()) {
                throw new RecordingException("The table " + file + ", row " + reader.number() + ": found "
                        + fields.size() + " fields, expected " + rows.get(0).size()
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
