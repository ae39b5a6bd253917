package org.ecgdistill.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.RunnerException;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** KNIME's cells as plain values, and back. A missing cell is {@code null}. */
final class Cells {
    private static final Map<ColumnType, DataType> SINGLE = Map.of(
            ColumnType.STRING, StringCell.TYPE,
            ColumnType.INTEGER, IntCell.TYPE,
            ColumnType.LONG, LongCell.TYPE,
            ColumnType.DOUBLE, DoubleCell.TYPE,
            ColumnType.BOOLEAN, BooleanCell.TYPE);
    private static final Map<ColumnType, ColumnType> ELEMENTS = Map.of(
            ColumnType.STRING_LIST, ColumnType.STRING,
            ColumnType.INTEGER_LIST, ColumnType.INTEGER,
            ColumnType.DOUBLE_LIST, ColumnType.DOUBLE);

    private Cells() {}

    static DataType type(ColumnType type) {
        if (SINGLE.containsKey(type)) {
            return SINGLE.get(type);
        }
        if (ELEMENTS.containsKey(type)) {
            return ListCell.getCollectionType(SINGLE.get(ELEMENTS.get(type)));
        }
        throw new RunnerException("A table of a test cannot have a column of type " + type.title() + ".");
    }

    static ColumnType type(DataType type) {
        for (var candidate : ColumnType.values()) {
            if (candidate != ColumnType.OTHER && type(candidate).equals(type)) {
                return candidate;
            }
        }
        return ColumnType.OTHER;
    }

    static DataCell cell(ColumnType type, Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        }
        if (ELEMENTS.containsKey(type)) {
            var cells = new ArrayList<DataCell>();
            for (var element : (List<?>) value) {
                cells.add(cell(ELEMENTS.get(type), element));
            }
            return CollectionCellFactory.createListCell(cells);
        }
        return switch (type) {
            case STRING -> new StringCell((String) value);
            case INTEGER -> new IntCell((Integer) value);
            case LONG -> new LongCell((Long) value);
            case DOUBLE -> new DoubleCell((Double) value);
            case BOOLEAN -> BooleanCell.BooleanCellFactory.create((Boolean) value);
            default -> throw new RunnerException("There is no cell for a value of type " + type.title() + ".");
        };
    }

    static Object value(DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        // A whole number is also a double, and a truth value is also a whole number: the narrowest comes first.
        if (cell instanceof BooleanValue value) {
            return value.getBooleanValue();
        }
        if (cell instanceof IntValue value) {
            return value.getIntValue();
        }
        if (cell instanceof LongValue value) {
            return value.getLongValue();
        }
        if (cell instanceof DoubleValue value) {
            return value.getDoubleValue();
        }
        if (cell instanceof ListDataValue list) {
            return elements(list);
        }
        return cell.toString();
    }

    private static List<Object> elements(CollectionDataValue list) {
        var values = new ArrayList<>(list.size());
        for (var element : list) {
            values.add(value(element));
        }
        return values;
    }
}
