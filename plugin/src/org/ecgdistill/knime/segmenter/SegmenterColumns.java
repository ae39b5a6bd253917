package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.table.ColumnRole;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** The columns of the records table that the parameters mean, as indices. */
record SegmenterColumns(int signal, int rate, int record) {

    static SegmenterColumns of(final DataTableSpec table, final EcgSegmenterParameters parameters)
            throws InvalidSettingsException {
        return new SegmenterColumns(
                ColumnRole.SIGNAL.find(table, parameters.m_signal),
                ColumnRole.SAMPLING_RATE.find(table, parameters.m_samplingRate),
                ColumnRole.RECORD.find(table, parameters.m_record));
    }
}
