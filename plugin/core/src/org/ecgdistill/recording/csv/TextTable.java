package org.ecgdistill.recording.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/**
 * A small table of text, with or without a header row, as spreadsheets and scripts write it: the delimiter and the
 * encoding are detected.
 *
 * @param file that it was read from
 * @param rows that are not empty, at least one
 */
public record TextTable(Path file, List<Row> rows) {

    /**
     * One row.
     *
     * @param number in the file, from 1
     * @param fields without blanks around them
     */
    public record Row(int number, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    private static final char[] DELIMITERS = {'\t', ';', ',', '|'};
    private static final int LINES_LOOKED_AT = 20;
    private static final int CHUNK = 1 << 16;
    private static final int ROWS_PER_REPORT = 1024;

    /** Bytes in memory of each byte of a file while it is decoded. */
    private static final int BYTES_PER_BYTE = 6;

    public TextTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table in UTF-8, UTF-16 with a mark at its beginning, or Windows-1252.
     *
     * @throws RecordingException if it is empty, too large or not text
     */
    public static TextTable read(Path file, Progress progress) {
        PlainFile.check(file);
        try {
            var text = text(file, bytes(file, progress));
            return new TextTable(file, rows(file, text, progress));
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private static byte[] bytes(Path file, Progress progress) throws IOException {
        var size = Files.size(file);
        checkSize(file, size);
        Memory.check("The table " + file, (double) BYTES_PER_BYTE * size);
        var bytes = new ByteArrayOutputStream((int) size);
        try (var stream = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                progress.report(0, "Reading labels: " + file.getFileName());
                bytes.write(chunk, 0, count);
                // It may grow while it is read.
                checkSize(file, bytes.size());
            }
        }
        return bytes.toByteArray();
    }

    private static void checkSize(Path file, long size) {
        if (size > Limits.LABEL_BYTES) {
            throw new RecordingException("The table " + file + " has " + size + " bytes; a table of labels may have at"
                    + " most " + Limits.LABEL_BYTES + ". It is probably another file: choose the table that has a row"
                    + " for each recording.");
        }
    }

    private static String text(Path file, byte[] bytes) {
        var text = decoded(bytes);
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                throw new RecordingException("The file " + file + " is not a table of text: found the character number "
                        + (int) character + ". Choose a CSV file with a row for each recording.");
            }
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException ex) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static List<Row> rows(Path file, String text, Progress progress) throws IOException {
        var reader = new CsvFields(file, new StringReader(text), delimiter(text));
        var rows = new ArrayList<Row>();
        for (var fields = reader.next(); fields != null; fields = reader.next()) {
            if (rows.size() % ROWS_PER_REPORT == 0) {
                progress.report(0, "Reading labels: " + file.getFileName());
            }
            var stripped = fields.stream().map(String::strip).toList();
            if (!stripped.stream().allMatch(String::isEmpty)) {
                rows.add(new Row(reader.number(), stripped));
            }
        }
        if (rows.isEmpty()) {
            throw new RecordingException("The table " + file + " is empty: expected a row for each recording, with the"
                    + " name of the recording and its label. Choose another file.");
        }
        return rows;
    }

    /** That which each line has equally often, or else that which most lines have. */
    private static char delimiter(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_LOOKED_AT)
                .toList();
        var best = ',';
        var most = 0L;
        for (var delimiter : DELIMITERS) {
            var counts = lines.stream()
                    .mapToLong(line -> countOutsideQuotes(line, delimiter))
                    .toArray();
            var having = 0L;
            var equal = true;
            for (var count : counts) {
                having += count > 0 ? 1 : 0;
                equal &= count == counts[0];
            }
            if (having > 0 && equal) {
                return delimiter;
            }
            if (having > most) {
                most = having;
                best = delimiter;
            }
        }
        return best;
    }

    private static long countOutsideQuotes(String line, char delimiter) {
        var count = 0L;
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }
}
