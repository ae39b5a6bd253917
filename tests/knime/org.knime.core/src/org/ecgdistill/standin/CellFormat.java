package org.ecgdistill.standin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DenseDoubleVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;

/** How the cells of one class lie in a table's file. */
record CellFormat(Class<? extends DataCell> cellClass, Writer writer, Reader reader) {

    interface Writer {
        void write(DataCell cell, CellOutput out) throws IOException;
    }

    interface Reader {
        DataCell read(CellInput in) throws IOException;
    }

    private static final Map<String, CellFormat> FORMATS = Stream.of(
                    new CellFormat(
                            StringCell.class,
                            (cell, out) -> out.writeText(((StringCell) cell).getStringValue()),
                            in -> new StringCell(in.readText())),
                    new CellFormat(
                            DoubleCell.class,
                            (cell, out) -> out.writeDouble(((DoubleCell) cell).getDoubleValue()),
                            in -> new DoubleCell(in.readDouble())),
                    new CellFormat(
                            IntCell.class,
                            (cell, out) -> out.writeInt(((IntCell) cell).getIntValue()),
                            in -> new IntCell(in.readInt())),
                    new CellFormat(
                            LongCell.class,
                            (cell, out) -> out.writeLong(((LongCell) cell).getLongValue()),
                            in -> new LongCell(in.readLong())),
                    new CellFormat(
                            BooleanCell.class,
                            (cell, out) -> out.writeByte(((BooleanCell) cell).getIntValue()),
                            in -> BooleanCellFactory.create(in.readByte() != 0)),
                    new CellFormat(MissingCell.class, CellFormat::writeMissing, CellFormat::readMissing),
                    new CellFormat(ListCell.class, CellFormat::writeList, CellFormat::readList),
                    new CellFormat(DenseDoubleVectorCell.class, CellFormat::writeVector, CellFormat::readVector))
            .collect(Collectors.toMap(format -> format.cellClass().getName(), Function.identity()));

    /** @throws IllegalArgumentException if this stand-in has no such cell */
    static CellFormat of(String cellClass) {
        var format = FORMATS.get(cellClass);
        if (format == null) {
            throw new IllegalArgumentException("Data cell implementation '" + cellClass + "' not found.");
        }
        return format;
    }

    static CellFormat of(DataCell cell) {
        return of(cell.getClass().getName());
    }

    private static void writeMissing(DataCell cell, CellOutput out) throws IOException {
        var error = ((MissingCell) cell).getError();
        out.writeByte(error == null ? 0 : 1);
        if (error != null) {
            out.writeText(error);
        }
    }

    private static DataCell readMissing(CellInput in) throws IOException {
        return new MissingCell(in.readByte() == 0 ? null : in.readText());
    }

    private static void writeList(DataCell cell, CellOutput out) throws IOException {
        var list = (ListCell) cell;
        out.writeInt(list.size());
        for (var element : list) {
            out.writeCell(element);
        }
    }

    private static DataCell readList(CellInput in) throws IOException {
        var size = in.readInt();
        var elements = new ArrayList<DataCell>(size);
        for (var i = 0; i < size; i++) {
            elements.add(in.readCell());
        }
        return CollectionCellFactory.createListCell(elements);
    }

    private static void writeVector(DataCell cell, CellOutput out) throws IOException {
        var vector = (DenseDoubleVectorCell) cell;
        out.writeInt(vector.getLength());
        for (var i = 0; i < vector.getLength(); i++) {
            out.writeDouble(vector.getValue(i));
        }
    }

    private static DataCell readVector(CellInput in) throws IOException {
        var values = new double[in.readInt()];
        for (var i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return DoubleVectorCellFactory.<DenseDoubleVectorCell, Object>createCell(values);
    }
}
