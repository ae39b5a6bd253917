package org.ecgdistill.knime.views;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.view.Trace;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.webui.data.DataServiceException;

/**
 * Answers the questions of the page {@code recordings}: which recordings there are, a section of their leads, and what is
 * annotated in them. Public because KNIME calls its methods by their names.
 */
@SuppressWarnings("restriction") // a view's data services have no public counterpart yet
public final class RecordingsService {

    /** What is annotated in a recording, in order of time. */
    record Marks(List<Double> times, List<String> symbols, List<String> classes, List<String> notes) {}

    private final SignalRows signals;
    private final BufferedDataTable annotations;

    /**
     * @param records has a row for each recording and lead
     * @param annotations has a row for each mark; {@code null} if there are none
     */
    RecordingsService(BufferedDataTable records, BufferedDataTable annotations) {
        signals = new SignalRows(records, null);
        this.annotations = annotations;
    }

    RowListing start() {
        return RowListing.start(signals);
    }

    /** The rows from this one on, as many as can be listed in a moment. */
    public synchronized RowListing list(long from) {
        return RowListing.of(signals, from);
    }

    /**
     * A section of some rows.
     *
     * @param from in seconds
     * @param columns how many columns of a screen it fills
     */
    public synchronized List<Trace> traces(long[] rows, double from, double to, int columns) {
        var traces = new ArrayList<Trace>();
        for (var number : rows) {
            var row = signals.read(number);
            traces.add(trace(row.samples(), row.entry().rate(), from, to, columns));
        }
        return traces;
    }

    /** A signal of unknown rate is shown sample by sample. */
    static Trace trace(double[] samples, double rate, double from, double to, int columns) {
        try {
            return Trace.of(samples, rate > 0 ? rate : 1, from, to, columns);
        } catch (SignalException ex) {
            throw new DataServiceException(ex.getMessage(), "");
        }
    }

    /** What is annotated in one recording. */
    public synchronized Marks marks(String record) {
        var marks = new Marks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (annotations == null) {
            return marks;
        }
        var spec = annotations.getDataTableSpec();
        var name = spec.findColumnIndex("Record");
        var time = spec.findColumnIndex("Time");
        var symbol = spec.findColumnIndex("Symbol");
        var type = spec.findColumnIndex("Class AAMI");
        var note = spec.findColumnIndex("Aux");
        try (var rows = annotations.iterator()) {
            while (rows.hasNext()) {
                var row = rows.next();
                var seconds = Cells.number(row.getCell(time));
                if (text(row, name).equals(record) && !Double.isNaN(seconds)) {
                    marks.times().add(seconds);
                    marks.symbols().add(text(row, symbol));
                    marks.classes().add(text(row, type));
                    marks.notes().add(text(row, note));
                }
            }
        }
        return marks;
    }

    private static String text(DataRow row, int column) {
        return column < 0 ? "" : Cells.text(row.getCell(column)).orElse("");
    }
}
