package org.ecgdistill.knime.reader;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.QualityColumns;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.dataset.DataSetEntry;
import org.ecgdistill.recording.dataset.ReadRecord;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The records table: one row for each lead of each record. What the data set does not report is missing. */
record RecordTable(QualityColumns quality) {

    DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(
                EcgColumns.RECORD,
                EcgColumns.SUBJECT,
                EcgColumns.LEAD,
                EcgColumns.SAMPLING_RATE,
                EcgColumns.SIGNAL,
                EcgColumns.CLASS,
                EcgColumns.FOLD,
                EcgColumns.column("Age", DoubleCell.TYPE),
                EcgColumns.column("Sex", StringCell.TYPE),
                EcgColumns.column("Units", StringCell.TYPE),
                EcgColumns.column("Checksum", StringCell.TYPE)));
        columns.addAll(quality.columns());
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    DataCell[] cells(DataSetEntry entry, ReadRecord.ReadLead lead) {
        var cells = new ArrayList<>(List.of(
                new StringCell(entry.name()),
                new StringCell(entry.subject()),
                new StringCell(lead.name()),
                new DoubleCell(lead.rate()),
                Signals.write(lead.samples()),
                Cells.of(entry.label()),
                Cells.of(entry.fold()),
                Cells.of(entry.age()),
                Cells.of(entry.sex()),
                new StringCell(lead.units()),
                checksum(lead.checksum())));
        cells.addAll(quality.cells(lead.samples(), lead.rate()));
        return cells.toArray(DataCell[]::new);
    }

    private static DataCell checksum(Checksum.State state) {
        return switch (state) {
            case CORRECT -> new StringCell("correct");
            case WRONG -> new StringCell("wrong");
            case NOT_CHECKED -> new StringCell("not checked");
            case NOT_GIVEN -> new StringCell("none");
        };
    }
}
