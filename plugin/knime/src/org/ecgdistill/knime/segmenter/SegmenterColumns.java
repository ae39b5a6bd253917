package org.ecgdistill.knime.segmenter;

import java.util.OptionalInt;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.ColumnRole;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** The columns of the records table that the parameters select, as indices. */
record SegmenterColumns(int signal, int rate, int record, OptionalInt lead, OptionalInt label) {

    static SegmenterColumns of(DataTableSpec table, EcgSegmenterParameters parameters) throws InvalidSettingsException {
        return new SegmenterColumns(
                ColumnRole.SIGNAL.find(table, parameters.m_signal),
                ColumnRole.SAMPLING_RATE.find(table, parameters.m_samplingRate),
                ColumnRole.RECORD.find(table, parameters.m_record),
                ColumnRole.LEAD.usualIndex(table),
                ColumnRole.LABEL.usualIndex(table));
    }

    /** The row's lead, or nothing. */
    String lead(DataRow row) {
        return Cells.text(row, lead).orElse("");
    }

    /** The class of the row's record, or nothing. */
    String label(DataRow row) {
        return Cells.text(row, label).orElse("");
    }
}
