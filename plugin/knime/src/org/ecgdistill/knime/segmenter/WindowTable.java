package org.ecgdistill.knime.segmenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.QualityColumns;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.signal.segment.RrFeatures;
import org.ecgdistill.signal.segment.Segment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The windows table: the columns of the records table, with the window in place of the signal, and columns on it. */
final class WindowTable {

    private final DataTableSpec spec;
    private final int signal;

    /** Where the label of a beat goes; -1 if windows keep the class of their record. */
    private final int label;

    private final boolean isAroundBeats;
    private final boolean isAnnotated;
    private final boolean hasRr;
    private final QualityColumns quality;

    WindowTable(
            DataTableSpec records, SegmenterColumns columns, EcgSegmenterParameters parameters, boolean isAnnotated) {
        this.signal = columns.signal();
        this.isAroundBeats = parameters.isAroundBeats();
        this.isAnnotated = isAnnotated;
        this.hasRr = isAroundBeats && parameters.m_rr;
        this.quality = parameters.m_quality;
        var all = new ArrayList<DataColumnSpec>();
        for (var i = 0; i < records.getNumColumns(); i++) {
            var column = records.getColumnSpec(i);
            all.add(i == signal ? EcgColumns.column(column.getName(), Signals.TYPE) : column);
        }
        this.label = isAnnotated ? labelColumn(records, all) : -1;
        addUnique(all, EcgColumns.column("Window", StringCell.TYPE));
        addUnique(all, EcgColumns.column("Start", LongCell.TYPE));
        if (isAroundBeats) {
            addUnique(all, EcgColumns.column("R peak", LongCell.TYPE));
        }
        if (isAnnotated && isAroundBeats) {
            addUnique(all, EcgColumns.column("Symbol", StringCell.TYPE));
        }
        if (hasRr) {
            for (var name : List.of("RR previous (s)", "RR next (s)", "RR ratio", "RR local mean (s)")) {
                addUnique(all, EcgColumns.column(name, DoubleCell.TYPE));
            }
        }
        if (parameters.m_context.m_add) {
            var name = DataTableSpec.getUniqueColumnName(table(all), "Context");
            var ofSignal = Map.of(EcgColumns.CONTEXT_OF, all.get(signal).getName());
            all.add(EcgColumns.column(name, Signals.TYPE, ofSignal));
        }
        quality.columns().forEach(column -> addUnique(all, column));
        this.spec = table(all);
    }

    /** Takes the place of the record's class, or else the next free one. */
    private int labelColumn(DataTableSpec records, List<DataColumnSpec> all) {
        var index = records.findColumnIndex(EcgColumns.CLASS.getName());
        if (index < 0 || index == signal) {
            addUnique(all, EcgColumns.CLASS);
            return all.size() - 1;
        }
        all.set(index, EcgColumns.CLASS);
        return index;
    }

    private static void addUnique(List<DataColumnSpec> all, DataColumnSpec column) {
        all.add(EcgColumns.column(DataTableSpec.getUniqueColumnName(table(all), column.getName()), column.getType()));
    }

    private static DataTableSpec table(List<DataColumnSpec> columns) {
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    DataTableSpec spec() {
        return spec;
    }

    /** The row of a record without its signal, which is in memory as an array already. */
    DataRow withoutSignal(DataRow row) {
        var cells = new ArrayList<DataCell>();
        row.forEach(cells::add);
        cells.set(signal, DataType.getMissingCell());
        return new DefaultRow(row.getKey(), cells);
    }

    /**
     * A row. The window's name is the same in all leads of a record that start together.
     *
     * @param context the wider window, if there is one
     * @param keepsClass whether the window has the class of its record, which has no annotations
     */
    DataCell[] cells(
            DataRow record,
            String recordName,
            double rate,
            Segment window,
            Optional<DataCell> context,
            boolean keepsClass) {
        var cells = new ArrayList<DataCell>(spec.getNumColumns());
        record.forEach(cells::add);
        cells.set(signal, Signals.write(window.samples()));
        if (isAnnotated) {
            if (label == cells.size()) {
                cells.add(DataType.getMissingCell());
            }
            // A record's class may be a number, that of a window is a text.
            if (!keepsClass) {
                cells.set(label, Cells.of(window.label()));
            } else if (!cells.get(label).isMissing()) {
                cells.set(label, new StringCell(cells.get(label).toString()));
            }
        }
        cells.add(new StringCell(recordName + " @ " + window.beat().orElse(window.first())));
        cells.add(new LongCell(window.first()));
        if (isAroundBeats) {
            cells.add(new LongCell(window.beat().orElseThrow()));
        }
        if (isAnnotated && isAroundBeats) {
            cells.add(Cells.of(window.symbol()));
        }
        if (hasRr) {
            addRr(cells, window.rr().orElseThrow());
        }
        context.ifPresent(cells::add);
        cells.addAll(quality.cells(window.samples(), rate));
        return cells.toArray(DataCell[]::new);
    }

    private static void addRr(List<DataCell> cells, RrFeatures rr) {
        cells.add(Cells.of(rr.previous()));
        cells.add(Cells.of(rr.next()));
        cells.add(Cells.of(rr.ratio()));
        cells.add(Cells.of(rr.localMean()));
    }
}
