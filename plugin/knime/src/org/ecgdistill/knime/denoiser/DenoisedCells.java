package org.ecgdistill.knime.denoiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.SignalException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The new cells of a row: its denoised signal and, optionally, estimates of the noise and the problem found. */
final class DenoisedCells extends AbstractCellFactory {

    private static final String NOISE = "Noise";
    private static final String IMPROVEMENT = "SNR improvement (dB)";
    private static final String PROBLEM = "Denoising problem";
    private static final String WARNING = "ecgdistill.warning";

    private final int signal;
    private final int rate;
    private final boolean estimates;
    private final boolean toleratesProblems;
    private final Denoiser denoiser;

    private DenoisedCells(
            int signal, int rate, WaveletDenoiserParameters parameters, Denoiser denoiser, DataColumnSpec... columns) {
        super(true, columns);
        this.signal = signal;
        this.rate = rate;
        this.estimates = parameters.m_estimates;
        this.toleratesProblems = parameters.toleratesProblems();
        this.denoiser = denoiser;
    }

    /** For the signals and sampling rates of these columns. */
    static DenoisedCells of(
            DataTableSpec table, int signal, int rate, WaveletDenoiserParameters parameters, Denoiser denoiser) {
        var columns = new ArrayList<DataColumnSpec>();
        columns.add(signalColumn(
                parameters.replaces()
                        ? table.getColumnSpec(signal).getName()
                        : DataTableSpec.getUniqueColumnName(table, parameters.m_name),
                table.getColumnSpec(signal).getName(),
                parameters));
        if (parameters.m_estimates) {
            columns.add(EcgColumns.column(DataTableSpec.getUniqueColumnName(table, NOISE), DoubleCell.TYPE));
            columns.add(EcgColumns.column(DataTableSpec.getUniqueColumnName(table, IMPROVEMENT), DoubleCell.TYPE));
        }
        if (parameters.toleratesProblems()) {
            columns.add(EcgColumns.column(DataTableSpec.getUniqueColumnName(table, PROBLEM), StringCell.TYPE));
        }
        return new DenoisedCells(signal, rate, parameters, denoiser, columns.toArray(DataColumnSpec[]::new));
    }

    /** The column's properties keep the source of the signals and the warning about the settings. */
    private static DataColumnSpec signalColumn(String name, String source, WaveletDenoiserParameters parameters) {
        var properties = new HashMap<String, String>(Map.of(EcgColumns.MADE_FROM, source));
        parameters.warning().ifPresent(sentence -> properties.put(WARNING, sentence));
        return EcgColumns.column(name, Signals.TYPE, properties);
    }

    @Override
    public DataCell[] getCells(DataRow row) {
        var cells = Cells.missing(getColumnSpecs().length);
        try {
            if (!row.getCell(signal).isMissing()) {
                denoise(row, cells);
            }
        } catch (SignalException ex) {
            if (!toleratesProblems) {
                throw new SignalException("Row \"" + row.getKey().getString() + "\": " + ex.getMessage());
            }
            cells[cells.length - 1] = new StringCell(ex.getMessage());
        }
        return cells;
    }

    private void denoise(DataRow row, DataCell[] cells) {
        if (row.getCell(rate).isMissing()) {
            throw new SignalException("The sampling rate is missing. Give one in Hz, such as 360 or 500.");
        }
        var result = denoiser.denoise(Signals.read(row.getCell(signal)), Cells.number(row.getCell(rate)));
        cells[0] = Signals.write(result.signal());
        if (estimates) {
            cells[1] = Cells.of(result.noise());
            cells[2] = Cells.of(result.improvement());
        }
    }
}
