package org.ecgdistill.knime.views;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a table of signals, without their samples. A page shows the first at once and goes on asking: a list of ten
 * thousand recordings would keep it waiting.
 *
 * @param next the row to go on with; equal to {@code rows} if there is no other
 */
record RowListing(List<SignalRows.Entry> entries, long next, long rows) {

    private static final long NANOSECONDS = 250_000_000;

    /** Only the number of rows: the rows themselves are listed by the service, which remembers them. */
    static RowListing start(SignalRows signals) {
        return new RowListing(List.of(), 0, signals.size());
    }

    /** The rows from this one on, as many as can be listed in a moment, and at least one. */
    static RowListing of(SignalRows signals, long from) {
        var entries = new ArrayList<SignalRows.Entry>();
        var start = System.nanoTime();
        var next = from;
        while (next < signals.size() && (entries.isEmpty() || System.nanoTime() - start < NANOSECONDS)) {
            entries.add(signals.entry(next++));
        }
        return new RowListing(entries, next, signals.size());
    }
}
