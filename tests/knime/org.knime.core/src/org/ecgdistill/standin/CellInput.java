package org.ecgdistill.standin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;

/** Reads what {@link CellOutput} writes. */
final class CellInput implements AutoCloseable {

    /** The key of rows that were written without. */
    private static final RowKey NO_KEY = new RowKey("non-existing");

    private final InputStream in;
    private final List<CellFormat> formats;
    private final boolean withKeys;
    private final int columns;
    private final byte[] buffer = new byte[8192];
    private int size;
    private int position;

    CellInput(InputStream in, List<CellClass> classes, boolean withKeys, int columns) {
        this.in = in;
        formats = classes.stream()
                .map(c -> CellFormat.of(c.cellClass().getName()))
                .toList();
        this.withKeys = withKeys;
        this.columns = columns;
    }

    DataRow readRow() throws IOException {
        var key = NO_KEY;
        if (withKeys) {
            key = new RowKey(readText());
            expect(CellOutput.TERMINATOR);
        }
        var cells = new DataCell[columns];
        for (var i = 0; i < columns; i++) {
            cells[i] = readCell();
            expect(CellOutput.TERMINATOR);
        }
        expect(CellOutput.ROW_END);
        return new DefaultRow(key, cells);
    }

    DataCell readCell() throws IOException {
        var code = readByte();
        if (code == CellOutput.MISSING) {
            return DataType.getMissingCell();
        }
        var number = code - CellOutput.FIRST_CLASS;
        if (number < 0 || number >= formats.size()) {
            throw new IOException("The table's rows are damaged: no class of cells has the number " + number + ".");
        }
        return formats.get(number).reader().read(this);
    }

    int readByte() throws IOException {
        var b = raw();
        if (b == CellOutput.TERMINATOR) {
            throw new IOException("The table's rows are damaged: a cell ends too early.");
        }
        return b == CellOutput.ESCAPE ? raw() : b;
    }

    int readInt() throws IOException {
        return readByte() << 24 | readByte() << 16 | readByte() << 8 | readByte();
    }

    long readLong() throws IOException {
        return (long) readInt() << 32 | readInt() & 0xffffffffL;
    }

    double readDouble() throws IOException {
        return Double.longBitsToDouble(readLong());
    }

    String readText() throws IOException {
        long bytes = readByte() << 8 | readByte();
        if (bytes == CellOutput.LONG_TEXT) {
            bytes = readLong();
        }
        var text = new StringBuilder();
        while (bytes > 0) {
            var first = readByte();
            if (first < 0x80) {
                text.append((char) first);
                bytes -= 1;
            } else if (first < 0xe0) {
                text.append((char) ((first & 0x1f) << 6 | readByte() & 0x3f));
                bytes -= 2;
            } else {
                text.append((char) ((first & 0xf) << 12 | (readByte() & 0x3f) << 6 | readByte() & 0x3f));
                bytes -= 3;
            }
        }
        return text.toString();
    }

    private void expect(int b) throws IOException {
        if (raw() != b) {
            throw new IOException("The table's rows are damaged: a cell is longer than it should be.");
        }
    }

    private int raw() throws IOException {
        if (position == size) {
            size = in.read(buffer);
            position = 0;
            if (size <= 0) {
                size = 0;
                throw new EOFException("The table's rows end too early.");
            }
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
