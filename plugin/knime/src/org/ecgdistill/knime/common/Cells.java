package org.ecgdistill.knime.common;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Values as table cells and back; a value that is absent is a missing cell. */
public final class Cells {

    private Cells() {}

    public static DataCell of(String text) {
        return new StringCell(text);
    }

    public static DataCell of(boolean truth) {
        return truth ? BooleanCell.TRUE : BooleanCell.FALSE;
    }

    /** NaN is missing. */
    public static DataCell of(double number) {
        return Double.isNaN(number) ? DataType.getMissingCell() : new DoubleCell(number);
    }

    /** NaN and infinite numbers are missing. */
    public static DataCell ofFinite(double number) {
        return Double.isFinite(number) ? new DoubleCell(number) : DataType.getMissingCell();
    }

    /** A fold or another number from 0 on; below 0 it is missing. */
    public static DataCell ofIndex(int number) {
        return number < 0 ? DataType.getMissingCell() : new IntCell(number);
    }

    public static DataCell of(OptionalInt number) {
        return number.isPresent() ? new IntCell(number.getAsInt()) : DataType.getMissingCell();
    }

    public static DataCell of(OptionalLong number) {
        return number.isPresent() ? new LongCell(number.getAsLong()) : DataType.getMissingCell();
    }

    public static DataCell of(OptionalDouble number) {
        return of(number.orElse(Double.NaN));
    }

    /** A missing metric keeps its reason. */
    public static DataCell of(MetricValue value) {
        return value.isPresent() ? new DoubleCell(value.value()) : new MissingCell(value.note());
    }

    public static DataCell of(Optional<String> text) {
        return of(text, StringCell::new);
    }

    public static <T> DataCell of(Optional<T> value, Function<T, DataCell> cell) {
        return value.map(cell).orElseGet(DataType::getMissingCell);
    }

    /** A text that is empty is missing. */
    public static DataCell unlessEmpty(String text) {
        return of(Optional.of(text).filter(words -> !words.isEmpty()));
    }

    /** A missing cell for each of these columns. */
    public static DataCell[] missing(int columns) {
        var cells = new DataCell[columns];
        Arrays.fill(cells, DataType.getMissingCell());
        return cells;
    }

    public static Optional<String> text(DataCell cell) {
        return cell.isMissing() ? Optional.empty() : Optional.of(cell.toString());
    }

    /** Also empty without such a column. */
    public static Optional<String> text(DataRow row, OptionalInt column) {
        return column.isPresent() ? text(row.getCell(column.getAsInt())) : Optional.empty();
    }

    /** NaN if the cell is missing or no number. */
    public static double number(DataCell cell) {
        return cell instanceof DoubleValue number ? number.getDoubleValue() : Double.NaN;
    }

    /** Also NaN without such a column. */
    public static double number(DataRow row, OptionalInt column) {
        return column.isPresent() ? number(row.getCell(column.getAsInt())) : Double.NaN;
    }
}
