package org.ecgdistill.knime.scorer;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Figures as table cells; one that is missing says why. */
final class ResultCells {

    private ResultCells() {}

    static DataCell of(MetricValue value) {
        return value.isPresent() ? new DoubleCell(value.value()) : new MissingCell(value.note());
    }

    static DataCell low(Optional<Interval> interval) {
        return interval.<DataCell>map(found -> new DoubleCell(found.low())).orElseGet(DataType::getMissingCell);
    }

    static DataCell high(Optional<Interval> interval) {
        return interval.<DataCell>map(found -> new DoubleCell(found.high())).orElseGet(DataType::getMissingCell);
    }

    static DataCell of(OptionalDouble number) {
        return number.isPresent() ? new DoubleCell(number.getAsDouble()) : DataType.getMissingCell();
    }

    static DataCell of(OptionalLong number) {
        return number.isPresent() ? new LongCell(number.getAsLong()) : DataType.getMissingCell();
    }

    static DataCell of(String text) {
        return new StringCell(text);
    }

    static DataCell ofInteger(Optional<Integer> number) {
        return number.<DataCell>map(IntCell::new).orElseGet(DataType::getMissingCell);
    }

    static DataCell ofNumber(Optional<Double> number) {
        return number.<DataCell>map(DoubleCell::new).orElseGet(DataType::getMissingCell);
    }

    static DataCell ofText(Optional<String> text) {
        return text.<DataCell>map(StringCell::new).orElseGet(DataType::getMissingCell);
    }
}
