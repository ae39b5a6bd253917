package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.common.ColumnRole;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** The columns of the records table that the parameters mean, as indices; lead and label are -1 where there is none. */
record SegmenterColumns(int signal, int rate, int record, int lead, int label) {

    static SegmenterColumns of(DataTableSpec table, EcgSegmenterParameters parameters) throws InvalidSettingsException {
        return new SegmenterColumns(
                ColumnRole.SIGNAL.find(table, parameters.m_signal),
                ColumnRole.SAMPLING_RATE.find(table, parameters.m_samplingRate),
                ColumnRole.RECORD.find(table, parameters.m_record),
                usual(table, ColumnRole.LEAD),
                usual(table, ColumnRole.LABEL));
    }

    /** -1 where there is none. */
    private static int usual(DataTableSpec table, ColumnRole role) {
        return role.usual(table).map(table::findColumnIndex).orElse(-1);
    }

    /** The row's lead, or nothing. */
    String lead(DataRow row) {
        return text(row, lead);
    }

    /** The class of the row's record, or nothing. */
    String label(DataRow row) {
        return text(row, label);
    }

    private static String text(DataRow row, int column) {
        return column < 0 || row.getCell(column).isMissing()
                ? ""
                : row.getCell(column).toString();
    }
}
