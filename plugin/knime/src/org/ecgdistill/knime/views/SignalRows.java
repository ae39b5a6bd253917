package org.ecgdistill.knime.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.Signals;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/**
 * The signals of a table, row by row. A page repeatedly asks for sections of the same few rows, so the last ones
 * stay in memory; a row further down is reached by going on, not by starting anew.
 */
final class SignalRows {

    /** Half an hour of twelve leads at 500 Hz, about 90 MB. */
    private static final long SAMPLES_KEPT = 11_000_000;

    /**
     * A row without its samples.
     *
     * @param row its number, from 0
     * @param record the row's key if the table has no such column
     * @param rate in Hz; NaN if unknown
     * @param samples how many there are; 0 if the signal is missing
     */
    record Entry(
            long row, String key, String record, String subject, String lead, String label, double rate, int samples) {}

    /** A row with its signal, which is empty if it is missing. */
    record Row(Entry entry, double[] samples) {}

    private final BufferedDataTable table;
    private final int signal;
    private final OptionalInt record;
    private final OptionalInt subject;
    private final OptionalInt lead;
    private final OptionalInt label;
    private final OptionalInt rate;
    private final RowReach listing;
    private final RowReach reading;
    private final Map<Long, Row> kept = new LinkedHashMap<>(16, 0.75f, true);
    private String first;

    /**
     * @param signal the name of the column with the signals; {@code null} for the usual one
     */
    SignalRows(BufferedDataTable table, String signal) {
        this.table = table;
        var spec = table.getDataTableSpec();
        this.signal = signal == null ? ColumnRole.SIGNAL.usualIndex(spec).orElse(-1) : spec.findColumnIndex(signal);
        record = ColumnRole.RECORD.usualIndex(spec);
        subject = ColumnRole.SUBJECT.usualIndex(spec);
        lead = ColumnRole.LEAD.usualIndex(spec);
        label = ColumnRole.LABEL.usualIndex(spec);
        rate = ColumnRole.SAMPLING_RATE.usualIndex(spec);
        listing = new RowReach(table);
        reading = new RowReach(table);
    }

    /** How many rows there are; none if no column holds signals. */
    long size() {
        return signal < 0 ? 0 : table.size();
    }

    /** The row of this number, counted from 0, without its samples. */
    Entry entry(long number) {
        var known = kept.get(number);
        if (known != null) {
            return known.entry();
        }
        var row = listing.row(number);
        var entry = entry(number, row);
        first = number == 0 ? entry.record() : first;
        if (entry.record().equals(first)) {
            // the first recording is what the page asks for next
            keep(number, new Row(entry, samples(row)));
        }
        return entry;
    }

    /** The row of this number, counted from 0. */
    Row read(long number) {
        var known = kept.get(number);
        if (known != null) {
            return known;
        }
        var row = reading.row(number);
        return keep(number, new Row(entry(number, row), samples(row)));
    }

    private Row keep(long number, Row row) {
        kept.put(number, row);
        var total =
                kept.values().stream().mapToLong(each -> each.samples().length).sum();
        var eldest = kept.values().iterator();
        while (total > SAMPLES_KEPT && kept.size() > 1) {
            total -= eldest.next().samples().length;
            eldest.remove();
        }
        return row;
    }

    private Entry entry(long number, DataRow row) {
        var key = row.getKey().getString();
        var cell = row.getCell(signal);
        return new Entry(
                number,
                key,
                Cells.text(row, record).filter(name -> !name.isEmpty()).orElse(key),
                Cells.text(row, subject).orElse(""),
                Cells.text(row, lead).orElse(""),
                Cells.text(row, label).orElse(""),
                Cells.number(row, rate),
                cell.isMissing() ? 0 : Signals.length(cell));
    }

    private double[] samples(DataRow row) {
        var cell = row.getCell(signal);
        return cell.isMissing() ? new double[0] : Signals.read(cell);
    }
}
