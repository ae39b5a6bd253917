package org.ecgdistill.knime.views;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.signal.view.Trace;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.webui.data.DataServiceException;

/**
 * Answers the questions of the page {@code denoised}: a section of a signal before and after denoising, and what was removed.
 * Public because KNIME calls its methods by their names.
 */
@SuppressWarnings("restriction") // a view's data services have no public counterpart yet
public final class DenoisedService {

    private final SignalRows before;
    private final SignalRows after;

    /**
     * @param input the node's input
     * @param output its output: the same rows, with a column that names the one that it was made from
     */
    DenoisedService(BufferedDataTable input, BufferedDataTable output) {
        var made = made(input, output)
                .orElseThrow(() -> new DataServiceException(
                        "The output lacks a mark of the column that was denoised. Execute the node again.", ""));
        before = new SignalRows(input, made.getProperties().getProperty(EcgColumns.MADE_FROM));
        after = new SignalRows(output, made.getName());
    }

    /** The column that this node has made: a new one, or else one that has replaced its own source. */
    private static Optional<DataColumnSpec> made(BufferedDataTable input, BufferedDataTable output) {
        var candidates = output.getDataTableSpec().stream()
                .filter(column -> column.getProperties().containsProperty(EcgColumns.MADE_FROM))
                .toList();
        return candidates.stream()
                .filter(column -> !input.getDataTableSpec().containsName(column.getName()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(column ->
                                column.getName().equals(column.getProperties().getProperty(EcgColumns.MADE_FROM)))
                        .findFirst());
    }

    RowListing start() {
        return RowListing.start(after);
    }

    /** The rows from this one on, as many as can be listed in a moment. */
    public synchronized RowListing list(long from) {
        return RowListing.of(after, from);
    }

    /**
     * A section of one row: before, after, and before minus after.
     *
     * @param from in seconds
     * @param columns how many columns of a screen it fills
     */
    public synchronized List<Trace> traces(long row, double from, double to, int columns) {
        var noisy = before.read(row).samples();
        var clean = after.read(row);
        var rate = clean.entry().rate();
        return List.of(
                RecordingsService.trace(noisy, rate, from, to, columns),
                RecordingsService.trace(clean.samples(), rate, from, to, columns),
                RecordingsService.trace(Trace.difference(noisy, clean.samples()), rate, from, to, columns));
    }
}
