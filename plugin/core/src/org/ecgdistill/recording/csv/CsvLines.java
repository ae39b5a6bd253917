package org.ecgdistill.recording.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.RecordingException;

/** The lines of a file and where each begins, so that reading can start at any of them. */
final class CsvLines implements AutoCloseable {

    /** Length from which the memory for a line is checked before the line is split. */
    private static final int LONG = 1 << 16;

    /** Bytes of a short field in memory, with its place in the list. */
    private static final int FIELD_BYTES = 64;

    private final Path file;
    private final InputStream stream;
    private byte[] buffer = new byte[1024];
    private long position;
    private long lineStart;
    private long number;

    private CsvLines(Path file, InputStream stream, long position, long number) {
        this.file = file;
        this.stream = stream;
        this.position = position;
        this.number = number;
    }

    static CsvLines open(Path file) {
        return open(file, 0, 0);
    }

    /** @param number how many lines come before */
    static CsvLines open(Path file, long position, long number) {
        try {
            var channel = Files.newByteChannel(file, StandardOpenOption.READ);
            channel.position(position);
            return new CsvLines(
                    file, new BufferedInputStream(Channels.newInputStream(channel), 1 << 16), position, number);
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    /** The next line that is neither empty nor a comment after {@code #}; null at the end. */
    String next() {
        try {
            for (var line = nextAny(); line != null; line = nextAny()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    return line;
                }
            }
            return null;
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    private String nextAny() throws IOException {
        lineStart = position;
        var length = 0;
        var value = stream.read();
        if (value < 0) {
            return null;
        }
        number++;
        for (; value >= 0 && value != '\n'; value = stream.read()) {
            position++;
            if (value == 0) {
                throw new RecordingException("The file " + file + ", line " + number
                        + ": found a zero byte, expected text in ASCII or UTF-8. Open the file in a text editor and"
                        + " save it as UTF-8, or choose another file.");
            }
            if (length == buffer.length) {
                if (length >= Limits.LINE) {
                    throw new RecordingException("The file " + file + ", line " + number + " has more than "
                            + Limits.LINE + " characters. It is not a table of numbers: choose another file.");
                }
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            buffer[length++] = (byte) value;
        }
        position++;
        if (length > LONG) {
            checkFits(length);
        }
        var start = startsWithMark(length) ? 3 : 0;
        return new String(buffer, start, length - start, StandardCharsets.UTF_8);
    }

    /** A long line is split into many fields, each of which takes more memory than its characters. */
    private void checkFits(int length) {
        var fields = 1.0;
        for (var i = 0; i < length; i++) {
            fields += CsvDialect.isDelimiter((char) buffer[i]) ? 1 : 0;
        }
        Memory.check("The file " + file + ", line " + number, 2.0 * length + FIELD_BYTES * fields);
    }

    private boolean startsWithMark(int length) {
        return number == 1
                && length >= 3
                && buffer[0] == (byte) 0xEF
                && buffer[1] == (byte) 0xBB
                && buffer[2] == (byte) 0xBF;
    }

    /** The byte at which the last line began. */
    long lineStart() {
        return lineStart;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** The byte after the last line. */
    long position() {
        return position;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }
}
