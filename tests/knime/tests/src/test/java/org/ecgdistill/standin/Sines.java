package org.ecgdistill.standin;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** What the node "Sine Source" of the example workflows makes, by its formula, and what the nodes after it make of it. */
final class Sines {

    private static final double GAIN = 3;

    private Sines() {}

    static List<DataRow> rows(int count) {
        var rows = new ArrayList<DataRow>();
        for (var row = 0; row < count; row++) {
            rows.add(new DefaultRow(
                    RowKey.createRowKey((long) row), new StringCell("sine " + row), new DoubleCell(360), list(row, 1)));
        }
        return rows;
    }

    private static DataCell list(int row, double factor) {
        var cells = new ArrayList<DataCell>();
        for (var i = 0; i < 8; i++) {
            cells.add(new DoubleCell(factor * Math.sin(2 * Math.PI * i * (row + 1) / 360)));
        }
        return CollectionCellFactory.createListCell(cells);
    }

    static List<DataRow> gained(int count) {
        return rows(count).stream()
                .<DataRow>map(row -> append(row, list(count(row), GAIN)))
                .toList();
    }

    /** With the mean of all gained samples. */
    static List<DataRow> predicted(int count, double mean) {
        return gained(count).stream()
                .<DataRow>map(row -> append(row, new DoubleCell(mean)))
                .toList();
    }

    private static int count(DataRow row) {
        return Integer.parseInt(row.getKey().getString().substring("Row".length()));
    }

    private static DataRow append(DataRow row, DataCell cell) {
        var cells = new ArrayList<DataCell>();
        row.forEach(cells::add);
        cells.add(cell);
        return new DefaultRow(row.getKey(), cells);
    }
}
