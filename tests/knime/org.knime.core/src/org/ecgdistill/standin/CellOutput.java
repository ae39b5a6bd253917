package org.ecgdistill.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;

/**
 * Writes rows in the form of KNIME's DefaultTableStoreFormat: each row is its key and its cells, each of them ended by a
 * terminator, and a row separator. A cell is a byte for its class, then its content; a missing cell is one byte. Within
 * keys and cells the terminator and the escape are escaped.
 */
final class CellOutput implements AutoCloseable {

    static final int TERMINATOR = 0x61;
    static final int ESCAPE = 0x62;
    static final int MISSING = 0x80;
    static final int FIRST_CLASS = 0x82;
    static final int ROW_END = 0x83;

    /** Texts of more bytes than this have a longer length field. */
    static final int LONG_TEXT = 0xffff;

    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private final boolean withKeys;
    private final Map<CellClass, Integer> classes = new HashMap<>();
    private final List<CellClass> classesInOrder = new ArrayList<>();
    private Class<?> lastClass;
    private int lastNumber;
    private CellFormat lastFormat;
    private int filled;
    private boolean isClosed;

    CellOutput(OutputStream out, boolean withKeys) {
        this.out = out;
        this.withKeys = withKeys;
    }

    /** The classes of the cells so far, in the order of their numbers. */
    List<CellClass> classes() {
        return List.copyOf(classesInOrder);
    }

    void writeRow(DataRow row) throws IOException {
        if (withKeys) {
            writeText(row.getKey().getString());
            raw(TERMINATOR);
        }
        for (var i = 0; i < row.getNumCells(); i++) {
            writeCell(row.getCell(i));
            raw(TERMINATOR);
        }
        raw(ROW_END);
    }

    void writeCell(DataCell cell) throws IOException {
        if (cell == DataType.getMissingCell()) {
            writeByte(MISSING);
            return;
        }
        // signals are long lists of cells of one class: look it up once
        if (cell.getClass() != lastClass || cell instanceof CollectionDataValue) {
            lastNumber = number(CellClass.of(cell));
            lastFormat = CellFormat.of(cell);
            lastClass = cell.getClass();
        }
        writeByte(FIRST_CLASS + lastNumber);
        lastFormat.writer().write(cell, this);
    }

    private int number(CellClass cellClass) throws IOException {
        var number = classes.get(cellClass);
        if (number == null) {
            number = classes.size();
            if (FIRST_CLASS + number > 0xff) {
                throw new IOException("Too many different cell implementations");
            }
            classes.put(cellClass, number);
            classesInOrder.add(cellClass);
        }
        return number;
    }

    void writeByte(int b) throws IOException {
        var value = b & 0xff;
        if (value == TERMINATOR || value == ESCAPE) {
            raw(ESCAPE);
        }
        raw(value);
    }

    void writeInt(int value) throws IOException {
        for (var shift = 24; shift >= 0; shift -= 8) {
            writeByte(value >>> shift);
        }
    }

    void writeLong(long value) throws IOException {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }

    void writeDouble(double value) throws IOException {
        writeLong(Double.doubleToLongBits(value));
    }

    /** In the modified UTF-8 of {@link java.io.DataOutput#writeUTF(String)}. */
    void writeText(String text) throws IOException {
        var bytes = text.chars().mapToLong(CellOutput::bytes).sum();
        if (bytes < LONG_TEXT) {
            writeByte((int) bytes >>> 8);
            writeByte((int) bytes);
        } else {
            writeByte(LONG_TEXT >>> 8);
            writeByte(LONG_TEXT);
            writeLong(bytes);
        }
        for (var i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i));
        }
    }

    private static int bytes(int c) {
        if (c > 0 && c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }

    private void writeCharacter(char c) throws IOException {
        switch (bytes(c)) {
            case 1 -> writeByte(c);
            case 2 -> {
                writeByte(0xc0 | c >>> 6);
                writeByte(0x80 | c & 0x3f);
            }
            default -> {
                writeByte(0xe0 | c >>> 12);
                writeByte(0x80 | c >>> 6 & 0x3f);
                writeByte(0x80 | c & 0x3f);
            }
        }
    }

    private void raw(int b) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) b;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            try (out) {
                flush();
            }
        }
    }
}
